import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { ItemFields } from '#app/action-items/item-fields.tsx';
import { itemSchema, ownerProblem } from '#app/action-items/item-form.ts';
import { resolveOwner } from '#app/action-items/owner.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { writeMeetingAction } from '#app/meetings/actions.server.ts';
import { scopedToWrite } from '#app/meetings/room-step.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'New action item · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedToWrite(args, Date.now());
  return { id: meeting.id, title: meeting.title };
}

export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const { viewer, meeting, series } = await scopedToWrite(args, now);
  const form = await readForm(args.request, itemSchema);
  if ('refused' in form) return data({ refused: form.refused }, { status: 422 });
  const { owner, ...fields } = form.value;
  const resolved = await resolveOwner(owner);
  if ('refused' in resolved)
    return data(
      { refused: { errors: { owner: ownerProblem(resolved) }, values: typedAgain(form.value) } },
      { status: 422 },
    );
  const place = { id: meeting.id, title: meeting.title, audienceId: series.audienceId };
  await writeMeetingAction(place, { ...fields, owner: resolved.owner }, viewer, now);
  return redirectSaying(paths.room(meeting.id), 'Added to the action items.');
}

export default function NewMeetingAction() {
  const { id, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title="New action item" above={<Up to={paths.room(id)}>{title}</Up>} />
      <Card>
        <Form method="post" className="space-y-4">
          <ItemFields refused={answer?.refused} />
          <Button weight="primary">Add</Button>
        </Form>
      </Card>
    </>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { EntryFields } from '#app/postmortems/entry-fields.tsx';
import { entrySchema } from '#app/postmortems/moment-fields.ts';
import { momentOf } from '#app/postmortems/moment-values.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { writeEntry } from '#app/postmortems/timeline.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'New timeline entry · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  return { postmortem };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scopedToEdit(args);
  const form = await readForm(args.request, entrySchema);
  if ('refused' in form) return data({ refused: form.refused }, { status: 422 });
  const entry = { ...momentOf(form.value), text: form.value.text };
  await writeEntry(postmortem.id, entry, postmortem.timezone, { byId: viewer.id, now: Date.now() });
  return redirectSaying(`${paths.editPostmortem(postmortem.id)}#timeline`, 'Added to the timeline.');
}

const empty = { day: '', time: '', zone: '', written: '', text: '' };

export default function NewEntry() {
  const { postmortem } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="New timeline entry"
        above={<Up to={paths.editPostmortem(postmortem.id)}>{postmortem.title}</Up>}
      />
      <Card>
        <Form method="post" className="space-y-4">
          <EntryFields values={empty} refused={answer?.refused} timezone={postmortem.timezone} />
          <Button weight="primary">Add to the timeline</Button>
        </Form>
      </Card>
    </>
  );
}

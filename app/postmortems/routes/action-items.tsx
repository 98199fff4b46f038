import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { ItemFields } from '#app/action-items/item-fields.tsx';
import { itemSchema, ownerProblem, UNSEEN } from '#app/action-items/item-form.ts';
import { resolveOwner } from '#app/action-items/owner.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { writeAction } from '#app/postmortems/actions.server.ts';
import { willSee } from '#app/postmortems/involvement.server.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'New action item · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  return { postmortem };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scopedToEdit(args);
  const form = await readForm(args.request, itemSchema);
  if ('refused' in form) return data({ refused: form.refused }, { status: 422 });
  const { owner, ...fields } = form.value;
  const resolved = await resolveOwner(owner);
  const refuse = (error: string) =>
    data({ refused: { errors: { owner: error }, values: typedAgain(form.value) } }, { status: 422 });
  if ('refused' in resolved) return refuse(ownerProblem(resolved));
  if (
    resolved.owner &&
    'personId' in resolved.owner &&
    !(await willSee(postmortem.id, resolved.owner.personId))
  ) {
    return refuse(UNSEEN);
  }
  await writeAction(postmortem, { ...fields, owner: resolved.owner }, viewer, Date.now());
  return redirectSaying(`${paths.editPostmortem(postmortem.id)}#action-items`, 'Added.');
}

export default function NewActionItem() {
  const { postmortem } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="New action item"
        above={<Up to={paths.editPostmortem(postmortem.id)}>{postmortem.title}</Up>}
      />
      <Card>
        <Form method="post" className="space-y-4">
          <ItemFields refused={answer?.refused} />
          <Button weight="primary">Add</Button>
        </Form>
      </Card>
    </>
  );
}

import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';

import { formIn } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { moveEntry } from '#app/postmortems/timeline.server.ts';
import { leadBack } from '#app/postmortems/step-action.server.ts';

export const loader = leadBack;

export async function action(args: ActionFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  const form = await formIn(args.request);
  const which = { postmortemId: postmortem.id, id: args.params.entryId ?? '' };
  await moveEntry(which, form.get('to') === 'later' ? 1 : -1, Date.now());
  return redirect(`${paths.editPostmortem(postmortem.id)}#timeline`, 303);
}

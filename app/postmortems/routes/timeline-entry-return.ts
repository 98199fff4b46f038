import { type ActionFunctionArgs, data } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { restoreEntry } from '#app/postmortems/timeline.server.ts';
import { leadBack } from '#app/postmortems/step-action.server.ts';

export const loader = leadBack;

/** Puts an entry back that was taken out. */
export async function action(args: ActionFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  const form = await formIn(args.request);
  const which = { postmortemId: postmortem.id, id: String(form.get('entry') ?? '') };
  if (!(await restoreEntry(which, Date.now()))) throw data(null, { status: 404 });
  return redirectSaying(`${paths.editPostmortem(postmortem.id)}#timeline`, 'It is back.');
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { restoreInvitation, withdrawInvitation } from '#app/accounts/invitations.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'invite-people');
  return redirect(paths.invitations());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'invite-people');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    const restored = await restoreInvitation(viewer, id, Date.now());
    if ('refused' in restored) throw data(null, { status: 404 });
    return redirectSaying(paths.invitations(), `The invitation of ${restored.email} stands again.`);
  }
  const withdrawn = await withdrawInvitation(viewer, id, Date.now());
  if ('refused' in withdrawn) throw data(null, { status: 404 });
  return redirectSaying(paths.invitations(), {
    text: `The invitation of ${withdrawn.email} is withdrawn.`,
    undo: { action: paths.invitationWithdrawal(id), fields: { undo: 'yes' } },
  });
}

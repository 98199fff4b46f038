import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { removeMember, restoreMember } from '#app/squads/members.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-squads');
  return redirect(paths.squad(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'arrange-squads');
  const { id, personId } = args.params as { id: string; personId: string };
  if (await isUndo(args.request)) {
    const restored = await restoreMember(id, personId);
    if (!restored) throw data(null, { status: 404 });
    return redirectSaying(paths.squad(id), `${restored.name} is in this squad as before.`);
  }
  const removed = await removeMember(id, personId, Date.now());
  if (!removed) throw data(null, { status: 404 });
  return redirectSaying(paths.squad(id), {
    text: `${removed.name} is no longer in this squad.`,
    undo: { action: paths.squadMember(id, personId), fields: { undo: 'yes' } },
  });
}

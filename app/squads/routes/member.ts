import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { removeMember } from '#app/squads/members.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-squads');
  return redirect(paths.squad(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-squads');
  const { id, personId } = args.params as { id: string; personId: string };
  const removed = await removeMember(viewer, id, personId, Date.now());
  if (!removed) throw data(null, { status: 404 });
  return redirectSaying(paths.squad(id), {
    text: `${removed.name} is no longer in this squad.`,
    undo: { action: paths.squadMembers(id), fields: { person: personId } },
  });
}

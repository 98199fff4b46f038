import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { archiveSquad, squadById, unarchiveSquad } from '#app/squads/squads.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-squads');
  return redirect(paths.squad(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-squads');
  const squad = await squadById(args.params.id!);
  if (!squad) throw data(null, { status: 404 });
  if (await isUndo(args.request)) {
    await unarchiveSquad(viewer, squad.id, Date.now());
    return redirectSaying(paths.squad(squad.id), `${squad.name} is back.`);
  }
  await archiveSquad(viewer, squad.id, Date.now());
  return redirectSaying(paths.squad(squad.id), {
    text: `${squad.name} is archived.`,
    undo: { action: paths.squadArchival(squad.id), fields: { undo: 'yes' } },
  });
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { endSquadRole, resumeSquadRole } from '#app/squads/giving.server.ts';
import { type SquadRole, squadRoleWords } from '#app/squads/squad-role.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'give-roles');
  return redirect(paths.roles());
}

const listOf = (role: SquadRole) => `${paths.roles()}?role=${role}`;

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'give-roles');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    const resumed = await resumeSquadRole(viewer, id, Date.now());
    if (!('refused' in resumed)) {
      const text = `${resumed.name} is ${squadRoleWords[resumed.role]} of ${resumed.squad} again.`;
      return redirectSaying(listOf(resumed.role), text);
    }
    if (resumed.refused === 'unknown') throw data(null, { status: 404 });
    const text =
      resumed.refused === 'taken'
        ? 'Somebody else was named meanwhile. End that role first.'
        : 'The time of that role is over. Give it anew.';
    return redirectSaying(paths.roles(), { text, tone: 'warn' });
  }
  const ended = await endSquadRole(viewer, id, Date.now());
  if (!ended) throw data(null, { status: 404 });
  return redirectSaying(listOf(ended.role), {
    text: `${ended.name} is no longer ${squadRoleWords[ended.role]} of ${ended.squad}.`,
    undo: { action: paths.roleEnding(id), fields: { undo: 'yes' } },
  });
}

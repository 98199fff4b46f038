import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { isGivenRole } from '#app/accounts/permissions.ts';
import { renounceRole } from '#app/accounts/roles.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'give-roles');
  return redirect(paths.person(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'give-roles');
  const { id, role } = args.params as { id: string; role: string };
  if (!isGivenRole(role)) throw data(null, { status: 404 });
  const ended = await renounceRole(viewer, id, role, Date.now());
  if ('refused' in ended) {
    if (ended.refused === 'not-held') throw data(null, { status: 404 });
    return redirectSaying(paths.person(id), {
      text: 'They are the last administrator. Give somebody else the role first.',
      tone: 'warn',
    });
  }
  return redirectSaying(paths.person(id), {
    text: `${ended.name} is no longer ${role}.`,
    undo: { action: paths.personRoles(id), fields: { role } },
  });
}

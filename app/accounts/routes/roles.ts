import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { givenRoles } from '#app/accounts/permissions.ts';
import { giveRole } from '#app/accounts/roles.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'give-roles');
  return redirect(paths.person(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'give-roles');
  const id = args.params.id!;
  const read = await readForm(args.request, z.object({ role: z.enum(givenRoles) }));
  if ('refused' in read) {
    return redirectSaying(paths.person(id), { text: 'Choose a role from the list.', tone: 'warn' });
  }
  const { role } = read.value;
  const given = await giveRole(viewer, id, role, Date.now());
  if ('refused' in given) {
    if (given.refused === 'unknown') throw data(null, { status: 404 });
    return redirectSaying(paths.person(id), {
      text: 'They have left: open their account first.',
      tone: 'warn',
    });
  }
  if (!given.given) return redirectSaying(paths.person(id), `${given.name} is ${role} already.`);
  return redirectSaying(paths.person(id), {
    text: `${given.name} is ${role} from now on.`,
    undo: { action: paths.personRole(id, role) },
  });
}

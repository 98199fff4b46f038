import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { deactivate, reactivate } from '#app/accounts/deactivation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'deactivate-people');
  return redirect(paths.person(args.params.id!));
}

const stays = {
  oneself: 'This is your own account: another administrator can deactivate it.',
  'last-administrator': 'They are the last administrator. Give somebody else the role first.',
};

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'deactivate-people');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    if ('refused' in (await reactivate(viewer, id, Date.now()))) throw data(null, { status: 404 });
    return redirectSaying(paths.person(id), 'The account is open again, with its password and its roles.');
  }
  const done = await deactivate(viewer, id, Date.now());
  if ('refused' in done) {
    if (done.refused === 'unknown') throw data(null, { status: 404 });
    return redirectSaying(paths.person(id), { text: stays[done.refused], tone: 'warn' });
  }
  return redirectSaying(paths.person(id), {
    text: 'The account is deactivated. They are signed out everywhere; what they did stays.',
    undo: { action: paths.personDeactivation(id), fields: { undo: 'yes' } },
  });
}

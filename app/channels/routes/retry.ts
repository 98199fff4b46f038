import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { tryAgain } from '#app/channels/announcements.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-announcements');
  return redirect(paths.announcements());
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'see-announcements');
  if (!(await tryAgain(args.params.id!, Date.now()))) throw data(null, { status: 404 });
  return redirectSaying(paths.announcements(), 'It waits again, and is tried within the minute.');
}

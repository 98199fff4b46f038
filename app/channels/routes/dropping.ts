import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { letGo, putBack } from '#app/channels/announcements.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-announcements');
  return redirect(paths.announcements());
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'see-announcements');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    if (!(await putBack(id))) throw data(null, { status: 404 });
    return redirectSaying(paths.announcements(), 'It is back where it was.');
  }
  if (!(await letGo(id))) throw data(null, { status: 404 });
  return redirectSaying(paths.announcements(), {
    text: 'That channel is not told of it any more.',
    undo: { action: paths.announcementDropping(id), fields: { undo: 'yes' } },
  });
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { restoreActivity, withdrawActivity } from '#app/belts/activities.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-belts');
  return redirect(paths.activity(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  const id = args.params.id!;
  const isBack = await isUndo(args.request);
  const own = isBack ? await restoreActivity(viewer, id) : await withdrawActivity(viewer, id, Date.now());
  if (!own) throw data(null, { status: 404 });
  if (isBack) return redirectSaying(paths.activity(id), 'The session stands again.');
  return redirectSaying(paths.activity(id), {
    text: 'The session is taken back.',
    undo: { action: paths.activityWithdrawal(id), fields: { undo: 'yes' } },
  });
}

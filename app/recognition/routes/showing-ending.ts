import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { hide, ownShowing } from '#app/recognition/showing.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-recognition');
  return redirect(paths.ownRecognition());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const own = await ownShowing(viewer, args.params.id!);
  if (!own) throw data(null, { status: 404 });
  const { kind, subject } = own;
  await hide(viewer, { kind, subject }, Date.now());
  return redirectSaying(paths.ownRecognition(), {
    text: 'Off the wall. It is yours alone again.',
    undo: { action: paths.showings(), fields: { kind, subject } },
  });
}

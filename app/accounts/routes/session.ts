import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { endSessionByKey, requireViewer } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return redirect(paths.accountSessions());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  if (!(await endSessionByKey(viewer.id, args.params.id!))) throw data(null, { status: 404 });
  if (args.params.id === viewer.sessionKey) delete args.context.freshCookie;
  return redirectSaying(paths.accountSessions(), 'That session has ended.');
}

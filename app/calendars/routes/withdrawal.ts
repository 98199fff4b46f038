import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requireViewer } from '#app/accounts/session.server.ts';
import { revokeFeed } from '#app/calendars/feeds.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return redirect(paths.calendars());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  if (!(await revokeFeed(viewer.id, args.params.id!, Date.now()))) throw data(null, { status: 404 });
  return redirectSaying(
    paths.calendars(),
    'That address leads nowhere now. A program that used it keeps what it has, and hears no more.',
  );
}

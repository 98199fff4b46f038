import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { ownPath } from '#app/accounts/return-path.ts';
import { requireViewer } from '#app/accounts/session.server.ts';
import { readNotice } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return redirect(paths.notices());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const read = await readNotice(viewer, args.params.id!, Date.now());
  if (!read) throw data(null, { status: 404 });
  return redirect(read.path === null ? paths.notices() : ownPath(read.path), 303);
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { removeChannel } from '#app/channels/channels.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-channels');
  return redirect(paths.channels());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-channels');
  const id = args.params.id!;
  const back = await isUndo(args.request);
  if (!(await removeChannel(viewer, id, back, Date.now()))) throw data(null, { status: 404 });
  if (back) return redirectSaying(paths.channel(id), 'The channel is back.');
  return redirectSaying(paths.channels(), {
    text: 'The channel is removed. Nothing is posted there any more.',
    undo: { action: paths.channelRemoval(id), fields: { undo: 'yes' } },
  });
}

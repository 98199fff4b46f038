import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';

import { channelById } from './channels.server.ts';

/** Who asks, and the channel of the address, to be arranged; 404 where there is none. */
export async function scopedChannel(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-channels');
  const channel = await channelById(args.params.id ?? '');
  if (!channel) throw data(null, { status: 404 });
  return { viewer, channel };
}

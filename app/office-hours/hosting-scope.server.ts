import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';

import { isHost } from './host.server.ts';
import { ownHours } from './hours.server.ts';

/** Who asks, who must be a host. Others are answered 404: nothing of theirs is here. */
export async function scopedHost(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  if (!(await isHost(viewer))) throw data(null, { status: 404 });
  return viewer;
}

/** The same, and their own hours of the address. */
export async function scopedHours(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await scopedHost(args);
  const hours = await ownHours(viewer, args.params.id ?? '');
  if (!hours) throw data(null, { status: 404 });
  return { viewer, hours };
}

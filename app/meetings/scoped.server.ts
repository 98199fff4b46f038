import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';

import { visibleMeeting } from './visible.server.ts';

/** Who asks, and the meeting of the address; 404 where there is none. */
export async function scopedMeeting(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-meetings');
  const found = await visibleMeeting(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** The same for whoever runs it: its host, and organisers; 403 for others. */
export async function scopedToRun(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await scopedMeeting(args);
  if (!found.runs) throw data(null, { status: 403 });
  return found;
}

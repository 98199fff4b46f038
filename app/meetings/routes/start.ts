import { type ActionFunctionArgs, redirect } from '@remix-run/node';

import { alreadySo, leadToRoom } from '#app/meetings/room-step.server.ts';
import { startMeeting } from '#app/meetings/running.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const done = await startMeeting(meeting.id, viewer, Date.now());
  return 'refused' in done ? alreadySo(meeting.id) : redirect(paths.room(meeting.id), 303);
}

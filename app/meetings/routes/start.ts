import { type ActionFunctionArgs, redirect } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { alreadySo, leadToRoom } from '#app/meetings/room-step.server.ts';
import { startMeeting } from '#app/meetings/running.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const done = await startMeeting(meeting.id, viewer, Date.now());
  if (!('refused' in done)) return redirect(paths.room(meeting.id), 303);
  if (done.refused === 'not-now') return alreadySo(meeting.id);
  return redirectSaying(paths.room(meeting.id), {
    text: 'It is more than a day until then, and what has begun stays begun. Move the meeting, if it is to be sooner.',
    tone: 'warn',
  });
}

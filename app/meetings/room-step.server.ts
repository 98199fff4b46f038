import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

import { mayWrite } from './note.ts';
import { scopedMeeting } from './scoped.server.ts';

/** The address of a step leads to the room it is taken in. */
export async function leadToRoom(args: LoaderFunctionArgs) {
  const { meeting } = await scopedMeeting(args);
  return redirect(paths.room(meeting.id));
}

/** Who writes something down in a meeting; 409 where nobody does (any more). */
export async function scopedToWrite(args: ActionFunctionArgs | LoaderFunctionArgs, now: number) {
  const found = await scopedMeeting(args);
  if (!mayWrite(found.meeting, found.runs, now))
    throw data({ why: 'Notes are taken while a meeting runs, and on the day after.' }, { status: 409 });
  return found;
}

/** Back to the room, where nothing was done: somebody else was a moment faster, mostly. */
export const alreadySo = (meetingId: string) =>
  redirectSaying(paths.room(meetingId), {
    text: 'Somebody was a moment faster. This is how it stands now.',
    tone: 'warn',
  });

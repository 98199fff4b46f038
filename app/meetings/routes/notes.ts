import { type ActionFunctionArgs, data } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { noteSchema } from '#app/meetings/note-form.ts';
import { saveNote } from '#app/meetings/note-saving.server.ts';
import { leadToRoom, scopedToWrite } from '#app/meetings/room-step.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

/** Saves a note where no script does. */
export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const { viewer, meeting } = await scopedToWrite(args, now);
  const form = await readForm(args.request, noteSchema);
  if ('refused' in form) throw data({ why: 'That is longer than notes can be.' }, { status: 422 });
  const { item, ...rest } = form.value;
  const saved = await saveNote({ viewer, meetingId: meeting.id }, { itemId: item, ...rest }, now);
  if ('refused' in saved && saved.refused === 'too-long')
    throw data(
      {
        why: 'Together with what others wrote meanwhile, that is longer than notes can be. Go back: what you typed is still there. Shorten it, and save it again.',
      },
      { status: 422 },
    );
  if ('refused' in saved) throw data(null, { status: 404 });
  const place = `${paths.room(meeting.id)}#notes-${item || 'all'}`;
  const isJoined = saved.version > rest.version + 1;
  return redirectSaying(place, isJoined ? 'Saved, together with what others wrote meanwhile.' : 'Saved.');
}

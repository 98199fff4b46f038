import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { alreadySo, leadToRoom } from '#app/meetings/room-step.server.ts';
import { endMeeting, resumeMeeting } from '#app/meetings/running.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

const schema = z.object({
  undo: z.string().optional(),
  from: z.string().max(64).default(''),
  done: z.string().optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await readForm(args.request, schema);
  const { undo, from, done } = 'value' in form ? form.value : { from: '' };
  if (undo) {
    const resumed = await resumeMeeting(meeting.id, viewer, Date.now());
    if ('refused' in resumed) return alreadySo(meeting.id);
    return redirectSaying(paths.room(meeting.id), 'The meeting goes on.');
  }
  const ended = await endMeeting(meeting.id, { from, done: done === 'yes' }, viewer, Date.now());
  if ('refused' in ended) return alreadySo(meeting.id);
  const { carried, to } = ended;
  const what = carried === 1 ? 'One item' : `${carried} items`;
  return redirectSaying(paths.room(meeting.id), {
    text:
      carried === 0
        ? 'The meeting has ended.'
        : `The meeting has ended. ${what} will be ${to ? 'on the next agenda' : 'among the proposals'}.`,
    undo: { action: paths.meetingEnd(meeting.id), label: 'Go on with it', fields: { undo: 'yes' } },
  });
}

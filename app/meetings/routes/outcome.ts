import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { readForm } from '#app/http/form.server.ts';
import { alreadySo, leadToRoom } from '#app/meetings/room-step.server.ts';
import { settleItem } from '#app/meetings/running.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

const schema = z.object({ as: z.enum(['done', 'open']) });

/** Whether an item was had, said by itself. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) return alreadySo(meeting.id);
  const settled = await settleItem(meeting.id, args.params.itemId!, form.value.as, viewer, Date.now());
  return 'refused' in settled ? alreadySo(meeting.id) : redirect(paths.room(meeting.id), 303);
}

import { type ActionFunctionArgs, data } from '@remix-run/node';
import { z } from 'zod';

import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { decide } from '#app/meetings/decisions.server.ts';
import { leadToRoom, scopedToWrite } from '#app/meetings/room-step.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

const schema = z.object({ text: line('what was decided', 1000), item: z.string().max(64).default('') });

export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const { viewer, meeting } = await scopedToWrite(args, now);
  const form = await readForm(args.request, schema);
  if ('refused' in form) return data({ refused: form.refused }, { status: 422 });
  const { text, item } = form.value;
  const id = await decide(meeting.id, { itemId: item || null, text }, viewer, now);
  if (id === null) throw data(null, { status: 404 });
  return redirectSaying(paths.room(meeting.id), {
    text: 'Written down.',
    undo: { action: paths.decisionWithdrawal(meeting.id, id) },
  });
}

import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { z } from 'zod';

import { readForm } from '#app/http/form.server.ts';
import { alreadySo, leadToRoom } from '#app/meetings/room-step.server.ts';
import { goTo } from '#app/meetings/running.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

const schema = z.object({
  from: z.string().max(64).default(''),
  to: z.string().max(64).default(''),
  done: z.string().optional(),
});

/** Goes on to another item, or to none. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) throw data(null, { status: 422 });
  const { from, to, done } = form.value;
  const going = { from, to: to === '' ? null : to, done: done === 'yes' };
  const went = await goTo(meeting.id, going, viewer, Date.now());
  return 'refused' in went ? alreadySo(meeting.id) : redirect(paths.room(meeting.id), 303);
}

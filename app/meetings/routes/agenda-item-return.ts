import type { ActionFunctionArgs } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { leadToItem, scopedToWrite, standsOn } from '#app/meetings/item-scope.server.ts';
import { bringBack } from '#app/meetings/rewriting.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToItem;

/** Brings back what was withdrawn: what somebody else took off an agenda, to the proposals, but for whoever runs it. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item, runs } = await scopedToWrite(args);
  if (!(await bringBack({ id: viewer.id, runs }, item.id, Date.now())))
    return redirectSaying(paths.agendaItem(item.id), { text: 'It stands somewhere already.', tone: 'warn' });
  const { item: now } = await scopedToWrite(args);
  const where = now.meetingId ? 'back' : 'among the proposals again';
  return redirectSaying(standsOn(now), `“${now.title}” is ${where}.`);
}

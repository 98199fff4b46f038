import type { ActionFunctionArgs } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { leadToItem, scopedToWrite, standsOn } from '#app/meetings/item-scope.server.ts';
import { bringBack } from '#app/meetings/rewriting.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToItem;

/** Brings back what was withdrawn. */
export async function action(args: ActionFunctionArgs) {
  const { item } = await scopedToWrite(args);
  if (!(await bringBack(item.id)))
    return redirectSaying(paths.agendaItem(item.id), { text: 'It stands somewhere already.', tone: 'warn' });
  const { item: now } = await scopedToWrite(args);
  return redirectSaying(standsOn(now), `“${now.title}” is back.`);
}

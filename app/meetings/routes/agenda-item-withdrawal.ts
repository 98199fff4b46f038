import type { ActionFunctionArgs } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { leadToItem, scopedToWrite, standsOn } from '#app/meetings/item-scope.server.ts';
import { withdraw } from '#app/meetings/rewriting.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToItem;

/** Withdraws something proposed, or takes a part of the template off an agenda. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await scopedToWrite(args);
  if (!(await withdraw(viewer, item.id, Date.now())))
    return redirectSaying(paths.agendaItem(item.id), {
      text: 'It was had, carried on or withdrawn meanwhile.',
      tone: 'warn',
    });
  return redirectSaying(standsOn(item), {
    text: `“${item.title}” is withdrawn.`,
    undo: { action: paths.agendaItemReturn(item.id) },
  });
}

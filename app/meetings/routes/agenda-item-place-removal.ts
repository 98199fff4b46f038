import { type ActionFunctionArgs, data } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { agendaOf } from '#app/meetings/agenda.server.ts';
import { leadToItem, scopedItem, standsOn } from '#app/meetings/item-scope.server.ts';
import { takeBack } from '#app/meetings/placing.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToItem;

/** Takes an item off the agenda it is on, back to the proposals. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item, meeting, runs } = await scopedItem(args);
  if (!runs) throw data(null, { status: 403 });
  const filled = String((await formIn(args.request)).get('filled') ?? '') || null;
  const seen = meeting ? (await agendaOf(viewer, meeting.id)).map(({ id }) => id) : [];
  if (!meeting || !(await takeBack(viewer, item.id, filled, Date.now())))
    return redirectSaying(standsOn(item), { text: 'It is not on this agenda any more.', tone: 'warn' });
  const before = seen[seen.indexOf(item.id) + 1] ?? '';
  return redirectSaying(paths.agenda(meeting.id), {
    text: `“${item.title}” is among the proposals again.`,
    undo: { action: paths.agendaItemPlace(item.id), fields: { meeting: meeting.id, before, quiet: 'yes' } },
  });
}

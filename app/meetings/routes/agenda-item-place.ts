import { type ActionFunctionArgs, data } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { leadToItem, scopedItem } from '#app/meetings/item-scope.server.ts';
import { newestOf } from '#app/meetings/items.server.ts';
import { place } from '#app/meetings/placing.server.ts';
import { visibleMeeting } from '#app/meetings/visible.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToItem;

const refusals = {
  over: 'This meeting is over or skipped: its agenda stays as it is.',
  elsewhere: 'It is on the agenda of another meeting already.',
  gone: 'It was withdrawn or placed meanwhile.',
};

/** Puts a proposal on the agenda of a meeting, for whoever runs that. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await scopedItem(args);
  const form = await formIn(args.request);
  const found = await visibleMeeting(viewer, String(form.get('meeting') ?? ''));
  if (!found) throw data(null, { status: 404 });
  if (!found.runs) throw data(null, { status: 403 });
  const placing = { before: String(form.get('before') ?? '') || null, quiet: form.get('quiet') === 'yes' };
  const placed = await place(viewer, item.id, found.meeting.id, placing, Date.now());
  const page = paths.agenda(found.meeting.id);
  if ('refused' in placed) return redirectSaying(page, { text: refusals[placed.refused], tone: 'warn' });
  // What was taken off this agenda a moment ago has come back to its own row.
  const { id } = (await newestOf(viewer, item.lineageId)) ?? item;
  return redirectSaying(page, {
    text: `“${item.title}” is on the agenda.`,
    undo: { action: paths.agendaItemPlaceRemoval(id), fields: { filled: placed.filled ?? '' } },
  });
}

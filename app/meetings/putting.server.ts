import { type ActionFunctionArgs, redirect } from '@remix-run/node';

import { formIn } from '#app/http/form.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

import { placeWords } from './item-words.ts';
import { visibleItem } from './items.server.ts';
import { seriesAhead } from './series-ahead.server.ts';
import { belongsTo, putOnAgenda, type Source } from './sources.server.ts';

type Asker = { id: string; roles: readonly string[] };
const NONE = 'There is no series of meetings to put it on yet.';

/** Puts something this person sees on the agenda that a form names, or that of the only series; leads to its item. */
export async function answerPutting(args: ActionFunctionArgs, viewer: Asker, source: Source, back: string) {
  const now = Date.now();
  const ahead = await seriesAhead(now);
  const wanted = String((await formIn(args.request)).get('series') ?? '');
  const series = wanted ? ahead.find(({ id }) => id === wanted) : ahead[0];
  if (!series) return redirectSaying(back, { text: NONE, tone: 'warn' });
  const put = await putOnAgenda(viewer, source, series.id, now);
  if ('refused' in put) return redirectSaying(back, { text: NONE, tone: 'warn' });
  const found = await visibleItem(viewer, put.id);
  if (!found) return redirect(back, 303);
  const to = paths.agendaItem(put.id);
  const where = placeWords(found.meeting, found.series);
  if (!put.isNew) return redirectSaying(to, `It stands there already: ${where}.`);
  const undo = { action: paths.agendaItemWithdrawal(put.id) };
  const hostId = found.meeting ? found.meeting.hostId : found.series.hostId;
  const hidden = hostId !== null && !(await belongsTo(source.audienceId, hostId));
  const text = hidden
    ? `It is ${where}, for those who see what it came from. Whoever runs the meeting is not among them: tell them that it takes time.`
    : `It is ${where}.`;
  return redirectSaying(to, { text, undo, ...(hidden && { tone: 'warn' }) });
}

/** For the routes below one series, and for its forms. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personLabel, personProblem } from '#app/accounts/person-meant.ts';
import { personById } from '#app/accounts/people.server.ts';
import type { Permission } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { wallTimeAt } from '#app/calendars/wall-time.ts';

import type { Meeting } from './keeping.server.ts';
import type { Series } from './making.server.ts';
import { datesAhead, rhythmFor, rhythmOf, type DateAhead, type SeriesDraft } from './series.ts';
import { type FilledSeries, rhythmProblems } from './series-form.ts';
import type { SeriesErrors } from './series-words.ts';
import { seriesNamed } from './series.server.ts';
import { agendaTemplates } from './template.server.ts';

/** Who asks, and the series of the address; 404 where there is none. */
export async function scopedSeries(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  permission: Permission = 'see-meetings',
) {
  const viewer = await requirePermission(args, permission);
  const found = await seriesNamed(args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** The agendas to choose from; one that a series has and whose file is gone stays among them. */
export function agendasFor(kept: string | null): { slug: string; name: string; about: string }[] {
  const all = agendaTemplates().map(({ slug, name, about }) => ({ slug, name, about }));
  if (kept === null || all.some(({ slug }) => slug === kept)) return all;
  return [...all, { slug: kept, name: `${kept} (no longer there)`, about: '' }];
}

type Read = { draft: SeriesDraft; dates: DateAhead[] } | { errors: SeriesErrors; dates: DateAhead[] };

/** The draft that a form means and its next dates, or what to do about its fields. */
export async function readSeries(form: FilledSeries, before: Series | null, now: number): Promise<Read> {
  const { name, about, template, time, timezone, minutes, place, link, inviteDays } = form;
  const kept = before?.timezone === timezone ? before.firstDay : null;
  const rhythm = rhythmOf(form, wallTimeAt(now, timezone).slice(0, 10), kept ?? before?.firstDay);
  const host = await readHost(form.host);
  const isThere = agendasFor(before?.template ?? null).some(({ slug }) => slug === template);
  const errors: SeriesErrors = {
    ...('refused' in rhythm && rhythmProblem(rhythm.refused, form)),
    ...('problem' in host && { host: host.problem }),
    ...(!isThere && { template: 'Choose an agenda from the list.' }),
  };
  const dates = 'refused' in rhythm ? [] : datesAhead({ ...rhythm.recurrence, minutes }, timezone, now);
  if ('refused' in rhythm || 'problem' in host || Object.keys(errors).length > 0) return { errors, dates };
  const { rule, firstDay } = rhythm.recurrence;
  const draft = { name, about, template, rule, firstDay, time, timezone, minutes, place, link, inviteDays };
  return { draft: { ...draft, hostId: host.id }, dates };
}

/** A rule of one's own is mended where it stands; of those we offer, it is the day that does not fit. */
const rhythmProblem = (refused: keyof typeof rhythmProblems, { rhythm }: FilledSeries): SeriesErrors =>
  rhythm === 'custom' || refused !== 'never'
    ? rhythmProblems[refused]
    : { firstDay: rhythmProblems[refused].rule! };

/** Whom a text names as host; null for nobody. */
export async function readHost(text: string): Promise<{ id: string | null } | { problem: string }> {
  const meant = await personMeant(text);
  return 'refused' in meant ? { problem: personProblem(meant) } : { id: meant.person?.id ?? null };
}

/** A host as somebody would write them. */
async function hostWritten(hostId: string | null): Promise<string> {
  const person = hostId === null ? null : await personById(hostId);
  return person ? personLabel(person) : '';
}

/** A series as somebody would type it into its form. */
export async function typedSeries(series: Series): Promise<Record<string, string>> {
  const { name, about, template, rule, firstDay, time, timezone, minutes, place, link, inviteDays } = series;
  return {
    ...{ name, about, template, rule, firstDay, time, timezone, place, rhythm: rhythmFor(series) },
    ...{ minutes: String(minutes), inviteDays: String(inviteDays), link: link ?? '' },
    host: await hostWritten(series.hostId),
  };
}

/** A meeting as somebody would type it into its form. */
export async function typedMeeting(meeting: Meeting): Promise<Record<string, string>> {
  const { title, template, minutes, place, link, hostId } = meeting;
  return {
    ...{ title, template, place, minutes: String(minutes), link: link ?? '' },
    host: await hostWritten(hostId),
  };
}

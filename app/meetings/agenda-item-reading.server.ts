/** What a form about an item means, and an item as somebody would type it. */
import type { z } from 'zod';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personLabel, personProblem } from '#app/accounts/person-meant.ts';

import { type agendaItemSchema, UNSEEN } from './agenda-item-form.ts';
import type { SeriesAhead } from './series-ahead.server.ts';
import { knownKind, partsOf } from './parts.server.ts';
import type { Words } from './proposing.server.ts';
import { belongsTo } from './sources.server.ts';

type Filled = z.output<typeof agendaItemSchema>;

/** The words of an item. Refuses a presenter nobody knows, and one who does not belong to its audience (null: everyone). */
export async function readWords(
  { kind, title, about, link, minutes, presenter }: Filled,
  audienceId: string | null,
): Promise<{ words: Words } | { errors: { presenter: string } }> {
  const meant = await personMeant(presenter);
  if ('refused' in meant) return { errors: { presenter: personProblem(meant) } };
  const presenterId = meant.person?.id ?? null;
  if (presenterId !== null && !(await belongsTo(audienceId, presenterId)))
    return { errors: { presenter: UNSEEN } };
  return { words: { kind: knownKind(kind), title, about, link, minutes, presenterId } };
}

type Kept = Pick<Words, 'kind' | 'title' | 'about' | 'link' | 'minutes'>;

/** An item as its form shows it. */
export const typedWords = (
  item: Kept,
  presenter: { name: string; email: string } | null,
): Record<string, string> => ({
  kind: item.kind,
  title: item.title,
  about: item.about,
  minutes: String(item.minutes),
  presenter: presenter ? personLabel(presenter) : '',
  link: item.link ?? '',
});

/** The kinds to choose from: the parts of these templates, each once. */
export function kindsOf(templates: readonly string[]): { key: string; heading: string; minutes: number }[] {
  const parts = [...new Set(templates)].flatMap(partsOf);
  return parts
    .filter((part, at) => parts.findIndex(({ key }) => key === part.key) === at)
    .map(({ key, heading, minutes }) => ({ key, heading, minutes }));
}

/** Where a form says that something goes; null where that is over. */
export function placeIn(
  ahead: readonly SeriesAhead[],
  place: string,
): { seriesId: string; meetingId: string | null } | null {
  const [kind, id] = place.split(' ');
  if (kind === 'series')
    return ahead.some((series) => series.id === id) ? { seriesId: id!, meetingId: null } : null;
  const series = ahead.find(({ coming }) => coming.some((meeting) => meeting.id === id));
  return kind === 'meeting' && series ? { seriesId: series.id, meetingId: id! } : null;
}

import {
  beginning,
  occurrences,
  readRule,
  type Recurrence,
  type Rhythm,
  ruleOf,
  type RuleRefusal,
} from '#app/calendars/recurrence.ts';
import { instantOf, type WallTime, wallTimeAt } from '#app/calendars/wall-time.ts';
import { dayInWords, spanInWords } from '#app/calendars/when.ts';
import { Temporal } from 'temporal-polyfill';

/** What an organiser decides about a series. */
export type SeriesDraft = {
  name: string;
  about: string;
  template: string;
  rule: string;
  firstDay: string;
  time: string;
  timezone: string;
  minutes: number;
  place: string;
  link: string | null;
  hostId: string | null;
  inviteDays: number;
};

/** Why a series cannot come as it was asked to. */
export type RhythmRefusal = RuleRefusal | 'past' | 'far' | 'day';

/** A first day further back, or further ahead, is a slip of the pen. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 2;

/** Whether a text is a day that there is, as we write it: "2026-03-04". */
export function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).year > 1970;
  } catch {
    return false;
  }
}

type Chosen = { rhythm: Rhythm; rule: string; firstDay: string; time: string };

/**
 * The rule that somebody chose, and the first day on which it really comes. Refuses what is no rule of ours, one that
 * never comes, and a first day (2026-03-04) that is none, more than a year before `today` or more than two ahead; `kept`
 * is one that stays as it is, however long ago.
 */
export function rhythmOf(
  { rhythm, rule, firstDay, time }: Chosen,
  today: string,
  kept: string | null = null,
): { recurrence: Recurrence } | { refused: RhythmRefusal } {
  if (!isDay(firstDay)) return { refused: 'day' };
  const earliest = Temporal.PlainDate.from(today).subtract({ years: YEARS_BACK }).toString();
  if (firstDay !== kept && firstDay < earliest) return { refused: 'past' };
  const latest = Temporal.PlainDate.from(today).add({ years: YEARS_AHEAD }).toString();
  if (firstDay > latest) return { refused: 'far' };
  const read = rhythm === 'custom' ? readRule(rule) : { rule: ruleOf(rhythm, firstDay) };
  if ('refused' in read) return read;
  const begun = beginning({ rule: read.rule, firstDay, time });
  if ('refused' in begun) return begun;
  return { recurrence: { rule: read.rule, firstDay: begun.firstDay, time } };
}

/** The rhythm of the form that a rule is; `custom` for any other. */
export function rhythmFor({ rule, firstDay }: { rule: string; firstDay: string }): Rhythm {
  const offered = ['two-weekly', 'monthly', 'monthly-last'] as const;
  return offered.find((rhythm) => ruleOf(rhythm, firstDay) === rule) ?? 'custom';
}

/** A date ahead, in words, with what to know about it. */
export type DateAhead = { wall: WallTime; words: string; note: string | null };

/** What clocks do at a time of theirs, in words; null where they do nothing, or the zone is known no longer. */
export function clockNote(wall: WallTime, zone: string): string | null {
  const found = instantOf(wall, zone);
  const time = wall.slice(11);
  if (found?.change === 'skipped')
    return `Clocks go forward that night: ${time} does not exist, it begins at ${wallTimeAt(found.at, zone).slice(11)}.`;
  if (found?.change === 'twice')
    return `Clocks go back that night: ${time} comes twice, and the first is meant.`;
  return null;
}

/** How far ahead dates are looked for, in years. */
const FURTHEST = 8;

/** The times of a recurrence that lie after a moment, by the clocks of its zone: all within so many days, at least `least`. */
export function timesAhead(
  recurrence: Recurrence,
  zone: string,
  { now, days, least }: { now: number; days: number; least: number },
): WallTime[] {
  const today = wallTimeAt(now, zone);
  const after = (time: { days: number } | { years: number }) =>
    Temporal.PlainDateTime.from(today).add(time).toString({ smallestUnit: 'minute' });
  // A time of this very minute, or one that clocks skipped, may lie before: what counts is the moment.
  const from = Temporal.PlainDateTime.from(today).subtract({ hours: 3 }).toString({ smallestUnit: 'minute' });
  const isAhead = (wall: WallTime) => (instantOf(wall, zone)?.at ?? 0) > now;
  const within = occurrences(recurrence, { from, until: after({ days }) }).filter(isAhead);
  if (within.length >= least) return within;
  const most = least + 20;
  return occurrences(recurrence, { from, until: after({ years: FURTHEST }), most })
    .filter(isAhead)
    .slice(0, least);
}

/** The next dates of a recurrence in words, with a note where clocks change. */
export const datesAhead = (
  recurrence: Recurrence & { minutes: number },
  zone: string,
  now: number,
  count = 6,
): DateAhead[] =>
  timesAhead(recurrence, zone, { now, days: 0, least: count }).map((wall) => {
    const { at } = instantOf(wall, zone)!;
    return {
      wall,
      words: `${dayInWords(at, zone)}, ${spanInWords(at, recurrence.minutes, zone)}`,
      note: clockNote(wall, zone),
    };
  });

import { Temporal } from 'temporal-polyfill';

import type { Window } from './campaign.ts';

/** First and last day, as the organisation's calendar says; the last day is open to its end. */
export type Days = { opens: string; closes: string };
/** year: a pass in the twelve months before the opening counts; anew: everybody does it again. */
export const countings = ['year', 'anew'] as const;
export type Counting = (typeof countings)[number];

/** A campaign asks for at most so many days: what lasts longer is nobody's next thing to do. */
const LONGEST_DAYS = 366;

/** Whether a text is a day as we write it: "2026-03-04". */
export function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).year > 1970;
  } catch {
    return false;
  }
}

const startOf = (day: Temporal.PlainDate, timeZone: string) =>
  day.toZonedDateTime({ timeZone }).epochMilliseconds;
const dayAt = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** Today, in a zone. */
export const today = (now: number, zone: string): string => dayAt(now, zone).toString();

/** The moments of days in a zone: from the start of the first until the last is over. */
export function windowOf(
  { opens, closes }: Days,
  counting: Counting,
  zone: string,
): Window & { countsFrom: number } {
  const [first, last] = [Temporal.PlainDate.from(opens), Temporal.PlainDate.from(closes)];
  return {
    opensAt: startOf(first, zone),
    closesAt: startOf(last.add({ days: 1 }), zone),
    countsFrom: startOf(counting === 'anew' ? first : first.subtract({ years: 1 }), zone),
  };
}

/** The days of a window in a zone. */
export const daysOf = ({ opensAt, closesAt }: Window, zone: string): Days => ({
  opens: dayAt(opensAt, zone).toString(),
  closes: dayAt(closesAt - 1, zone).toString(),
});

export const countingOf = ({ opensAt, countsFrom }: { opensAt: number; countsFrom: number }): Counting =>
  countsFrom < opensAt ? 'year' : 'anew';

/** What stands against these days, by field, in words; `isOpen`: the first day is past and stays as it is. */
export function daysProblem(
  { opens, closes }: Days,
  todayHere: string,
  isOpen: boolean,
): { opens?: string; closes?: string } | null {
  if (!isOpen && opens < todayHere)
    return { opens: `That day is over. The first day can be today, ${todayHere}.` };
  if (closes < opens) return { closes: 'The last day is before the first: change one of them.' };
  if (closes < todayHere) return { closes: `That day is over. The last day can be today, ${todayHere}.` };
  const days = Temporal.PlainDate.from(opens).until(closes).days;
  if (days > LONGEST_DAYS) return { closes: 'That is more than a year. Make it shorter, and a second one.' };
  return null;
}

/** A moment of a day in a zone: an hour, so many days before. */
export const hourOf = (
  at: number,
  { daysBefore, hour }: { daysBefore: number; hour: number },
  zone: string,
) =>
  dayAt(at, zone)
    .subtract({ days: daysBefore })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds;

/** A moment with its offset, for whoever reads it elsewhere: "2026-03-04T10:30:00+01:00". */
export const withZone = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString({
    timeZoneName: 'never',
    fractionalSecondDigits: 0,
  });

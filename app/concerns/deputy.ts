import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { optionalLine } from '#app/http/fields.ts';

const isDay = (text: string) => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text).year > 1970;
  } catch {
    return false;
  }
};
const day = optionalLine(10).refine(isDay, 'Write the day as 2026-03-04.');

/** What somebody says about a time they are away: first and last day, and who stands in. */
export const absenceSchema = z.object({ from: day, until: day, deputy: optionalLine(200) });

const LONGEST_DAYS = 366;

/** The moments an absence lasts from and until, in a zone: whole days, and none that have passed. */
export function spanOf(
  { from, until }: { from: string; until: string },
  zone: string,
  now: number,
): { from: number; until: number } | { refused: { from?: string; until?: string } } {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)];
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  if (Temporal.PlainDate.compare(last, first) < 0)
    return { refused: { until: 'The last day is before the first: change one of them.' } };
  if (Temporal.PlainDate.compare(first, today) < 0)
    return { refused: { from: `That day is over. The first day can be today, ${today.toString()}.` } };
  if (first.until(last).days > LONGEST_DAYS)
    return { refused: { until: 'That is more than a year. Say a year, and the rest when you know it.' } };
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  return { from: startOf(first), until: startOf(last.add({ days: 1 })) };
}

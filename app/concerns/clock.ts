import { Temporal } from 'temporal-polyfill';

/** How long a step may take, and where that is counted. */
export type Calendar = {
  workingDays: number;
  /** an IANA name */
  zone: string;
  /** days on which nobody works, beside Saturdays and Sundays: "2026-12-25" */
  daysOff: readonly string[];
};

export type Span = { from: number; until: number };

/** Nobody is away as long as that: whoever says so is asked again after it. */
const MOST_DAYS = 4000;

/**
 * When so many working days have passed since a moment, not counting the times that wait. A day counts from midnight to
 * midnight in the organisation's zone, however long it is there: what came on Wednesday at 9:30 has two days until
 * Friday at 9:30, and what came on a Saturday begins on Monday.
 */
export function dueAfter(
  since: number,
  { workingDays, zone, daysOff }: Calendar,
  waits: readonly Span[],
): number {
  const pauses = [...waits].sort((a, b) => a.from - b.from);
  let left = workingDays;
  let day = Temporal.Instant.fromEpochMilliseconds(since).toZonedDateTimeISO(zone).toPlainDate();
  for (let days = 0; days < MOST_DAYS; days++, day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5 || daysOff.includes(day.toString())) continue;
    const begins = startOf(day, zone);
    const ends = startOf(day.add({ days: 1 }), zone);
    const length = ends - begins;
    for (const piece of without(pauses, { from: Math.max(begins, since), until: ends })) {
      const part = (piece.until - piece.from) / length;
      if (part >= left) return Math.round(piece.from + left * length);
      left -= part;
    }
  }
  return startOf(day, zone);
}

const startOf = (day: Temporal.PlainDate, zone: string): number =>
  day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;

/** What is left of a span beside the pauses, which are in order. */
function without(pauses: readonly Span[], { from, until }: Span): Span[] {
  const pieces: Span[] = [];
  let at = from;
  for (const pause of pauses) {
    if (pause.until <= at) continue;
    if (pause.from >= until) break;
    if (pause.from > at) pieces.push({ from: at, until: pause.from });
    at = pause.until;
  }
  if (at < until) pieces.push({ from: at, until });
  return pieces;
}

import { Temporal } from 'temporal-polyfill';

import type { Validity } from './rules.ts';
import type { Span } from './span.ts';

/** `until` is when it ends, and Infinity when it never does; `holds`: when it is over, days of grace included. */
export type Period = { from: number; until: number; holds: number; by: string };

/** How long something counts, by whose calendar. */
export type Terms = {
  validity: Validity;
  dueDays: number;
  graceDays: number;
  /** an IANA name: days and months are those of this zone */
  zone: string;
};

const inZone = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** So many days after a moment (before, when negative), at the same time of the day. */
export const daysAfter = (at: number, days: number, zone: string): number =>
  Number.isFinite(at) ? inZone(at, zone).add({ days }).epochMilliseconds : at;

/** From when on it is to be renewed. */
export const dueFrom = (until: number, { dueDays, zone }: Terms): number => daysAfter(until, -dueDays, zone);

/**
 * When a period that begins now ends. Of a fixed window, at its next beginning; what is done while others already renew
 * counts for the window to come, so that nobody who starts in December is asked again in January.
 */
function endOf(from: number, { validity, dueDays, zone }: Terms): number {
  if ('ends' in validity) return Infinity;
  const start = inZone(from, zone);
  if ('months' in validity) return start.add({ months: validity.months }).epochMilliseconds;
  const [month, day] = validity.from.split('-').map(Number) as [number, number];
  const reached = start.add({ days: dueDays });
  const begins = (year: number) =>
    Temporal.PlainDate.from({ year, month, day }).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
  const thisYear = begins(reached.year);
  return thisYear > reached.epochMilliseconds ? thisYear : begins(reached.year + 1);
}

/** How long a thing that happened then counts by itself: what is asked for many times is met while so many of them count. */
export const spanOf = (at: number, terms: Terms): Span => ({ from: at, to: endOf(at, terms) });

type Event = { id: string; at: number };
const earliestFirst = (events: readonly Event[]) =>
  [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

const period = (from: number, by: string, terms: Terms): Period => {
  const until = endOf(from, terms);
  return { from, until, holds: daysAfter(until, terms.graceDays, terms.zone), by };
};

/**
 * The periods that passes of a quiz open. Only the first in a period counts; one that comes when renewal is due opens
 * the next where this one ends; any other counts for nothing.
 */
export function periodsOfPasses(passes: readonly Event[], terms: Terms): Period[] {
  const periods: Period[] = [];
  for (const { id, at } of earliestFirst(passes)) {
    const last = periods.at(-1);
    if (!last || at >= last.until) periods.push(period(at, id, terms));
    else if (at >= last.from && at >= dueFrom(last.until, terms)) periods.push(period(last.until, id, terms));
  }
  return periods;
}

/**
 * The periods that anything else opens: evidence, a session led, somebody mentored. Each counts from when it happened,
 * and, where renewal was due, also from where that period ends. Their dates may come in any order, since a session is
 * written down later than it took place: one more never takes anything away.
 */
export function periodsOfDeeds(deeds: readonly Event[], terms: Terms): Period[] {
  const periods = new Map<number, Period>();
  for (const { id, at } of earliestFirst(deeds)) {
    const begins = [...periods.values()]
      .filter(({ from, until }) => at >= from && at < until && at >= dueFrom(until, terms))
      .map(({ until }) => until);
    for (const from of [at, ...begins]) if (!periods.has(from)) periods.set(from, period(from, id, terms));
  }
  return [...periods.values()];
}

/**
 * The periods in which so many of these count at once, each for as long as the rules say: from the last of so many that
 * belong together until the first of them counts no more. Their dates may come in any order.
 */
export function periodsOfMany(deeds: readonly Event[], times: number, terms: Terms): Period[] {
  const inOrder = earliestFirst(deeds);
  return inOrder.slice(times - 1).map(({ id, at }, nth) => {
    const until = endOf(inOrder[nth]!.at, terms);
    return { from: at, until, holds: daysAfter(until, terms.graceDays, terms.zone), by: id };
  });
}

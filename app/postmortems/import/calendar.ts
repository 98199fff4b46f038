import { writeClock } from './clocks.ts';
import { type Day, addDays, resolveDay, writeDay } from './days.ts';
import type { Moment } from './moments.ts';

/**
 * Where a reader is in time: the day and minute of the entry before, a day that the document is about, and a day that
 * is declared for every entry that names no other.
 */
export type Calendar = { day: Day | null; minutes: number | null; about: Day | null; fixed?: Day };

/** How far a clock may run backwards before a new day must have begun; a shorter step is an entry out of order. */
const overnight = 6 * 60;

/** The calendar before the first entry of a document that is about a day. */
export function calendarOf(about: Day | null): Calendar {
  return { day: null, minutes: null, about };
}

/**
 * Places a written moment after the entries before it: a day that is not written is the day of the entry before, or
 * the next where the clock has passed midnight. Gives "2021-02-24T11:13", "2021-02-24", or null, and the calendar after.
 */
export function place(calendar: Calendar, moment: Moment): { at: string | null; calendar: Calendar } {
  const written = moment.day ? resolveDay(moment.day, calendar.day ?? calendar.about) : null;
  if (moment.clock?.relative || (moment.day && !written)) return { at: null, calendar };
  const minutes = moment.clock?.minutes ?? null;
  const turned =
    !written && minutes !== null && calendar.minutes !== null && calendar.minutes - minutes > overnight;
  const base = written ?? calendar.fixed ?? calendar.day ?? calendar.about;
  const day = base && turned ? addDays(base, 1) : base;
  const next = { ...calendar, day: day ?? null, minutes: minutes ?? (written ? null : calendar.minutes) };
  if (!day) return { at: null, calendar: next };
  if (minutes === null) return { at: written || calendar.day ? writeDay(day) : null, calendar: next };
  if (minutes === 24 * 60) return { at: `${writeDay(addDays(day, 1))}T00:00`, calendar: next };
  return { at: `${writeDay(day)}T${writeClock(minutes)}`, calendar: next };
}

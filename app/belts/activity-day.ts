import { dayOf, monthsAfter } from './calendar-day.ts';

/** How long ago a session may have been for it to be written down. */
const MOST_MONTHS = 12;

/** The first day on which a session written down now may have been. */
export const firstDay = (now: number, zone: string): string => monthsAfter(dayOf(now, zone), -MOST_MONTHS);

/** Why a session cannot have been on this day; null when it can. */
export function dayProblem(day: string, now: number, zone: string): string | null {
  if (day > dayOf(now, zone)) return 'That day is still to come. Write it down once the session has been.';
  if (day < firstDay(now, zone))
    return 'That is more than a year ago. Choose a session of the last twelve months.';
  return null;
}

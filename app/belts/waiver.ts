import { z } from 'zod';

import { prose } from '#app/http/fields.ts';

import { dayOf, monthsAfter } from './calendar-day.ts';

/** How far ahead a waiver may end: somebody looks at it again at least once a year. */
const MOST_MONTHS = 12;

/** What an organiser fills in to let somebody go without a requirement; `until` is a day, and the waiver's last. */
export const waiverSchema = z.object({
  requirement: z.string({ error: 'Choose what they may go without.' }).max(200),
  reason: prose(2000).pipe(
    z.string().trim().min(1, 'Please say why: whoever looks at this in half a year will ask.'),
  ),
  until: z.iso.date({ error: 'Write the day as 2026-03-04.' }),
});
export type WaiverDraft = z.output<typeof waiverSchema>;

/** The last day on which a waiver that is given now may end. */
export const lastDay = (now: number, zone: string): string => monthsAfter(dayOf(now, zone), MOST_MONTHS);

/** Why a waiver cannot end on this day; null when it can. */
export function untilProblem(until: string, now: number, zone: string): 'past' | 'too-long' | null {
  if (until < dayOf(now, zone)) return 'past';
  return until > lastDay(now, zone) ? 'too-long' : null;
}

export const waiverProblems = {
  unknown: { requirement: 'Choose one of the requirements.' },
  already: { requirement: 'They may go without this already. End that waiver first, to give another.' },
  past: { until: 'That day is over. Choose one that is still to come.' },
  'too-long': {
    until: 'That is more than a year from now. Choose a day within a year: it can be given again then.',
  },
} as const;

import { z } from 'zod';

import { prose } from '#app/http/fields.ts';

import { squadPolicies } from './coverage.ts';

const DAY = 86_400_000;
/** How far ahead a waiver may end, in days: somebody looks at it again at least once a year. */
const LONGEST = 366;

/** What somebody fills in to let a squad off a policy; `until` is a day, and the waiver's last. */
export const waiverSchema = z.object({
  policy: z.enum(squadPolicies, { error: 'Choose what the squad is let off.' }),
  reason: prose(2000).pipe(
    z.string().trim().min(1, 'Please say why: whoever looks at this in half a year will ask.'),
  ),
  until: z.iso.date({ error: 'Write the day as 2026-03-04.' }),
});
export type WaiverDraft = z.output<typeof waiverSchema>;

/** The moment in which a day is over, by universal time. */
export const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) + DAY - 1;

/** Why a waiver cannot end on this day; null when it can. */
export function untilProblem(until: string, now: number): 'past' | 'too-long' | null {
  const ends = endOf(until);
  if (ends <= now) return 'past';
  return ends - now > (LONGEST + 1) * DAY ? 'too-long' : null;
}

export const untilWords: Record<'past' | 'too-long', string> = {
  past: 'That day is over. Choose one that is still to come.',
  'too-long': 'That is more than a year from now. Choose a day within a year: it can be given again then.',
};

export const alreadyWords = 'The squad is let off this already. End that waiver first, to give another.';

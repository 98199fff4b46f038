/** The goal a squad sets itself for a season. */
import { z } from 'zod';

export const MOST = 1000;

export const goalSchema = z.object({
  season: z.enum(['this', 'next'], { error: 'Choose a season.' }),
  target: z
    .string({ error: 'Say how many points you aim for.' })
    .trim()
    .regex(/^\d{1,4}$/, `Write a whole number from 1 to ${MOST}, such as 20.`)
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, `Write a whole number from 1 to ${MOST}, such as 20.`)
        .max(MOST, `Write a whole number from 1 to ${MOST}, such as 20.`),
    ),
});

/** Why a goal could not be set, in words. */
export const goalProblems = {
  reached: 'Your squad is there already. Aim a little further.',
  'too-few': 'A goal needs five people at work in the squad.',
  'not-yours': 'The people of the squad set its goal.',
} as const;

/** Somebody's time in a squad, epoch ms; `until` null: it goes on. */
export type Stay = { personId: string; from: number; until: number | null };

/**
 * How many people a squad's sum over a span of time is over: those who were there for at least half of it, from when the
 * squad first had anybody. Whoever joins for a day makes no number safe to show.
 */
export function staying(stays: readonly Stay[], span: { from: number; until: number }): number {
  const lengths = new Map<string, number>();
  const from = Math.max(span.from, Math.min(...stays.map((stay) => stay.from)));
  for (const stay of stays) {
    const [begun, ended] = [Math.max(from, stay.from), Math.min(span.until, stay.until ?? span.until)];
    if (begun <= ended) lengths.set(stay.personId, (lengths.get(stay.personId) ?? 0) + ended - begun);
  }
  return [...lengths.values()].filter((length) => length * 2 >= span.until - from).length;
}

/** How far a squad has come, from 0 to 1. */
export const shareOf = (points: number, target: number): number => Math.min(1, Math.max(0, points / target));

/** The same in words. */
export function progressWords(points: number, target: number): string {
  if (points >= target) return `${points} points of ${target}: you are there.`;
  const left = target - points;
  return `${points} of ${target} points; ${left} to go.`;
}

import { z } from 'zod';

import { prose } from '#app/http/fields.ts';

import { monthOf } from './season.ts';

/** The calendar year it is at a moment, where the organisation is. */
export const yearAt = (now: number, zone: string): number => Number(monthOf(now, zone).slice(0, 4));

/** The years a review can be begun for: the one it is, and the one before. */
export const yearsToBegin = (now: number, zone: string): number[] => {
  const year = yearAt(now, zone);
  return [year, year - 1];
};

/** What stands beside the field in which somebody writes of their year. */
export const prompts = [
  'What did you do that made others safer?',
  'What did you learn, and from whom?',
  'What would you like next year to bring?',
];

export const wordsSchema = z.object({
  version: z.coerce.number({ error: 'Load the page anew, please.' }).int(),
  words: prose(20_000),
});

/** What a reader is to their own or somebody else's review. */
export type ReviewPart = 'person' | 'reader';

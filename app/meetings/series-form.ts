import { z } from 'zod';

import { timezones } from '#app/accounts/organisation.ts';
import { line, optionalLine, prose } from '#app/http/fields.ts';
import { LONGEST_LINK, safeLink } from '#app/http/safe-link.ts';

import { MOST_MINUTES } from './meeting.ts';
import type { RhythmRefusal } from './series.ts';
import { offeredRhythms, type SeriesErrors } from './series-words.ts';

const whole = (words: string, least: number, most: number) =>
  optionalLine(6).pipe(
    z.string().regex(/^\d+$/, words).transform(Number).pipe(z.number().min(least, words).max(most, words)),
  );

export const TIME_WORDS = 'Write the time as 17:00.';
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Where one joins from afar; null where there is none. */
const link = optionalLine(LONGEST_LINK).transform((text, context) => {
  const safe = text === '' ? null : safeLink(text);
  if (text !== '' && safe === null) context.addIssue('That is no address to follow. Begin it with https://.');
  return safe;
});

/** What is said of a series and of each of its meetings. */
export const placeFields = {
  template: optionalLine(100),
  minutes: whole(`Give the minutes, from 5 to ${MOST_MINUTES}.`, 5, MOST_MINUTES),
  place: optionalLine(200),
  link,
  host: optionalLine(320),
};

/** What an organiser fills in about a series. */
export const seriesSchema = z.object({
  name: line('the name of the series', 120),
  about: prose(4000),
  firstDay: optionalLine(10),
  time: optionalLine(5).refine(isTime, TIME_WORDS),
  timezone: z.enum(timezones, { error: 'This system knows no such time zone. Choose one from the list.' }),
  rhythm: z.enum(offeredRhythms, { error: 'Choose how often it comes.' }),
  rule: optionalLine(200),
  inviteDays: whole('Give the days, from 1 to 90.', 1, 90),
  ...placeFields,
  version: z.coerce.number().int().default(0),
  look: z.string().optional(),
});
export type FilledSeries = z.output<typeof seriesSchema>;

/** What to do about a rhythm that was refused, by field. */
export const rhythmProblems: Record<RhythmRefusal, SeriesErrors> = {
  unreadable: {
    rule: 'This is no rule we can keep. Write it as FREQ=MONTHLY;BYDAY=1WE or FREQ=WEEKLY;INTERVAL=3;BYDAY=TU.',
  },
  never: { rule: 'This rule never comes: no day there is fits it. Choose another.' },
  past: { firstDay: 'That is more than a year ago. Give the next day on which it takes place.' },
  far: { firstDay: 'That is more than two years ahead. Give the next day on which it takes place.' },
  day: { firstDay: 'Write the day as 2026-03-04.' },
};

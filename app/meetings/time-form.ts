import { z } from 'zod';

import { optionalLine } from '#app/http/fields.ts';

import { isDay } from './series.ts';
import { isTime, TIME_WORDS } from './series-form.ts';

/** A day and a time on the clocks of a meeting's zone. */
export const timeSchema = z.object({
  day: optionalLine(10).refine(isDay, 'Write the day as 2026-03-04.'),
  time: optionalLine(5).refine(isTime, TIME_WORDS),
  version: z.coerce.number().int().default(0),
});

/** What to do about a time that was refused, in words beside the field. */
export const timeProblems = {
  past: { day: 'That time is past. Choose one to come.' },
  zone: { day: 'This system knows the zone of this series no longer: change the series first.' },
  there: { time: 'The series has a meeting at that very time already. Choose another.' },
};

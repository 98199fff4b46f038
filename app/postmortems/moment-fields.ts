import { z } from 'zod';

import { optionalLine, prose } from '#app/http/fields.ts';

import { isLocal } from './moment.ts';

/** A time as a form asks for it: a day, a time of that day, a zone of its own, and the words it was written in. */
export const momentShape = {
  day: optionalLine(10).refine((text) => text === '' || isLocal(text), 'Write the day as 2026-03-04.'),
  time: optionalLine(5).refine(
    (text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    'Write the time as 14:05.',
  ),
  zone: optionalLine(64),
  written: optionalLine(200),
};

/** A timeline entry as a form gives it. */
export const entrySchema = z.object({
  ...momentShape,
  text: prose(100_000).pipe(z.string().min(1, 'Say what happened.')),
});

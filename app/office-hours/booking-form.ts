import { z } from 'zod';

import { readChoice } from './choice.ts';
import { formIdField } from './form-id.ts';
import { wordsFields } from './words.ts';

/** What somebody sends to book a time, or to be told when one frees up. `id` is made with the form. */
export const bookingSchema = z.object({
  id: formIdField,
  choice: z
    .string({ error: 'Choose a time.' })
    .transform(readChoice)
    .refine((choice) => choice !== null, 'Choose a time.'),
  ...wordsFields,
});

import { z } from 'zod';

import { LONGEST_NOTE } from './note.ts';

/** As the fields of a form bring it: line breaks are one character, and the words stay as they are. */
const text = z
  .string()
  .transform((typed) => typed.replace(/\r\n?/g, '\n'))
  .pipe(
    z
      .string()
      .max(LONGEST_NOTE)
      .refine((typed) => !typed.includes('\0')),
  );

/** A note that somebody sends to be saved. */
export const noteSchema = z.object({
  item: z.string().max(64).default(''),
  version: z.coerce.number().int().min(0).max(1_000_000_000),
  text,
  sent: text.optional(),
});

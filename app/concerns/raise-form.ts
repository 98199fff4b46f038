import { z } from 'zod';

import { line, optionalLine, prose } from '#app/http/fields.ts';

/** What somebody fills in to raise a concern. `asked`: they have seen the articles that may answer it. */
export const concernSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{16}$/, 'Open this page again, please: the form was incomplete.'),
  squad: optionalLine(100).transform((id) => id || null),
  title: line('a few words on what it is about', 150),
  text: prose(20_000).pipe(z.string().trim().min(1, 'Please write what worries you.')),
  from: optionalLine(500),
  asked: optionalLine(10),
});

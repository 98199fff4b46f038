import { z } from 'zod';

import { line, optionalLine, prose } from '#app/http/fields.ts';

const day = optionalLine(10).refine(
  (text) => text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))),
  'Write the day as 2026-03-04.',
);

/** What somebody fills in to give a role. Squads are text, one a line; days count for embedded engineers alone. */
export const givingSchema = z.object({
  role: z.string().max(32),
  person: line('a name or an e-mail address', 200),
  squads: prose(20_000).transform((text) => [
    ...new Set(
      text
        .split(/[\n;]/)
        .map((name) => name.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    ),
  ]),
  from: day,
  to: day,
});

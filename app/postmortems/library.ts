import { z } from 'zod';

/** What the library can be narrowed to; anything unreadable in the address counts as not asked for. */
export const filterSchema = z.object({
  q: z
    .string()
    .catch('')
    .transform((text) => text.slice(0, 200)),
  state: z.enum(['all', 'mine', 'draft', 'in-review', 'published']).catch('all'),
  kind: z.enum(['', 'incident', 'near-miss']).catch(''),
  severity: z.enum(['', '1', '2', '3', '4', '5']).catch(''),
});
export type Filter = z.output<typeof filterSchema>;

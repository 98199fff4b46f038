import { z } from 'zod';

/** What a list of action items can be narrowed to; anything unreadable in the address counts as not asked for. */
export const filterSchema = z.object({
  state: z.enum(['unfinished', 'imported', 'open', 'done', 'verified', 'dropped', 'all']).catch('unfinished'),
  owner: z.enum(['anyone', 'mine', 'me', 'my-squads', 'nobody']).catch('anyone'),
  /** a person or a squad, as somebody types them */
  who: z
    .string()
    .catch('')
    .transform((text) => text.trim().slice(0, 200)),
  severity: z.enum(['', '1', '2', '3', '4', '5']).catch(''),
});
export type Filter = z.output<typeof filterSchema>;

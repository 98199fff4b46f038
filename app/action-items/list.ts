import { z } from 'zod';

/** What a list of action items can be narrowed to; anything unreadable in the address counts as not asked for. */
export const filterSchema = z.object({
  state: z.enum(['unfinished', 'imported', 'open', 'done', 'verified', 'dropped', 'all']).catch('unfinished'),
  owner: z.enum(['anyone', 'me', 'my-squads', 'nobody']).catch('anyone'),
  severity: z.enum(['', '1', '2', '3', '4', '5']).catch(''),
});
export type Filter = z.output<typeof filterSchema>;

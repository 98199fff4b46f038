import { z } from 'zod';

import { isDay } from './action-item.ts';

/** What a list of action items can be narrowed to; anything unreadable in the address counts as not asked for. */
export const filterSchema = z.object({
  state: z.enum(['unfinished', 'imported', 'open', 'done', 'verified', 'dropped', 'all']).catch('unfinished'),
  owner: z.enum(['anyone', 'me', 'my-squads', 'nobody']).catch('anyone'),
  severity: z.enum(['', '1', '2', '3', '4', '5']).catch(''),
});
export type Filter = z.output<typeof filterSchema>;

/** A day typed into a form: null for none, undefined for no day at all. */
export const readDay = (text: string): string | null | undefined => (text === '' ? null : isDay(text) ? text : undefined);

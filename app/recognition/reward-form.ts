import { z } from 'zod';

import { optionalLine, prose } from '#app/http/fields.ts';

const id = z.string().regex(/^[0-9a-z]{16}$/);

/** What somebody fills in to ask for a reward. */
export const requestSchema = z.object({
  id,
  grant: z.string({ error: 'Choose what it is for.' }).min(1, 'Choose what it is for.').max(300),
  size: z.string().max(20).default(''),
  address: prose(1000),
});
export type RequestDraft = z.output<typeof requestSchema>;

export type RequestRefusal = 'grant' | 'size' | 'address' | 'none-left' | 'enough-this-year';

/** What to do about a request that was refused, beside the field it is about. */
export const requestRefusals: Record<
  RequestRefusal,
  Partial<Record<'grant' | 'size' | 'address', string>>
> = {
  grant: { grant: 'That one does not stand for a reward any more. Choose another.' },
  size: { size: 'Choose one of the sizes.' },
  address: { address: 'Write where it is to be sent.' },
  'none-left': {
    size: 'The last one has just been taken. Choose another, or look in again: what comes is put on the shelf here.',
  },
  'enough-this-year': { grant: 'You have had as many this year as there are for one person.' },
};

/** Why something is not given, in a few words for whoever asked for it. */
export const decliningSchema = z.object({
  note: prose(1000).pipe(
    z.string().trim().min(1, 'Please say why, without size or address: they read it, and it stays.'),
  ),
});

/** What came to the shelf, or is gone from it. */
export const stockSchema = z.object({
  id,
  size: z.string().max(20).default(''),
  change: z.coerce
    .number({ error: 'Write a whole number: 12 came, or −1 is gone.' })
    .int('Write a whole number: 12 came, or −1 is gone.')
    .min(-10_000, 'That is more than fits on a shelf.')
    .max(10_000, 'That is more than fits on a shelf.')
    .refine((change) => change !== 0, 'Write how many came, or how many are gone.'),
  note: optionalLine(200).pipe(z.string().min(1, 'Write where from or where to, such as “Ordered in May”.')),
});

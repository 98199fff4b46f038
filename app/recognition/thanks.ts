/** Thanks between people: kept small, so that each of them weighs something. */
import { z } from 'zod';

import { line, prose } from '#app/http/fields.ts';

export const MOST_REASON = 600;
const LEAST_WORDS = 3;

const slots = ['1', '2', '3', '4', '5'] as const;
export type Slot = (typeof slots)[number];

/** The first of a month's places that is free, of which there are `most` (the database has five); null when all are taken. */
export const freeSlot = (taken: readonly (string | null)[], most: number): Slot | null =>
  slots.slice(0, most).find((slot) => !taken.includes(slot)) ?? null;

/** Giver, receiver and month: one thanks a pair and month. */
export const onceOf = (fromId: string, toId: string, month: string): string => `${fromId} ${toId} ${month}`;

export const thanksSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{16}$/, 'Open this page again, please: the form was incomplete.'),
  to: line('whom you thank: a name or an e-mail', 200),
  reason: prose(MOST_REASON).pipe(
    z
      .string()
      .trim()
      .refine(
        (text) => text.split(/\s+/).filter(Boolean).length >= LEAST_WORDS,
        'Say in a few words what for: that is what makes it worth reading.',
      ),
  ),
  meant: z
    .enum(['private', 'wall'], { error: 'Choose whether it may be shown on the wall.' })
    .default('private'),
});

export type NotThanked = 'oneself' | 'managers' | 'five' | 'twice' | 'left';

/** What to say where it cannot be given, and beside which field. */
export const thanksProblem: Record<NotThanked, { field: 'to' | 'reason'; words: string }> = {
  oneself: {
    field: 'to',
    words: 'That is you. Be kind to yourself all the same, and name a colleague here.',
  },
  managers: {
    field: 'to',
    words:
      'Guildhall carries no thanks to the people one reports to, so that nobody has to wonder why. Tell them yourself: they will like to hear it.',
  },
  five: {
    field: 'reason',
    words:
      'You have given all that a month has. Keep these words, and come back on the first of the next, or say it in person.',
  },
  twice: {
    field: 'to',
    words: 'You have thanked them this month already. Once a month from the same colleague is enough here.',
  },
  left: { field: 'to', words: 'They have left since you opened this page, and would not read it.' },
};

import { z } from 'zod';

import { line, prose } from '#app/http/fields.ts';

import type { Refusal } from './nomination.ts';

const LONGEST_REASON = 5000;
const LONGEST_NOTE = 2000;

/** What somebody writes to put a colleague forward. `known`: whether they may be named when it is given. */
export const nominationSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{16}$/),
  award: z.string({ error: 'Choose what it is for.' }).min(1, 'Choose what it is for.').max(100),
  person: line('a name or an e-mail address', 300),
  reason: prose(LONGEST_REASON).pipe(
    z.string().trim().min(1, 'Please say what they did: those who decide go by it.'),
  ),
  known: z.string().max(10).default(''),
});
export type NominationDraft = { id: string; award: string; personId: string; reason: string; known: boolean };

/** What to do about a nomination that was refused, beside the field it is about. */
export const refusals: Record<Refusal, { award: string } | { person: string }> = {
  'no-award': { award: 'That award is not there any more. Choose another.' },
  'by-rule': {
    award: 'That one comes by itself, by what was done. Choose one that people are put forward for.',
  },
  retired: { award: 'That award is not given any more. Choose another.' },
  oneself: { person: 'That is you. Tell a colleague what you did: they can put you forward.' },
  nobody: { person: 'Their account is closed. When they are back, they can be put forward.' },
  'spoken-for': {
    person:
      'Somebody has put them forward for it within the last year already. It is given to the same person once a year; another award may fit as well.',
  },
  'too-many': {
    award:
      'Three of yours are waiting to be decided on, or were withdrawn within the last month. Come back when one of them is decided, or in a while.',
  },
};

/** A vote with a note for the others who decide. */
export const voteSchema = z.object({
  vote: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }),
  note: prose(LONGEST_NOTE),
});

/** Why an award is taken back. */
export const takingBackSchema = z.object({
  reason: prose(LONGEST_NOTE).pipe(
    z.string().trim().min(1, 'Please say why: those it was given to and by are told.'),
  ),
});

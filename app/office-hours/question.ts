import { z } from 'zod';

import { line, optionalLine, prose } from '#app/http/fields.ts';

export const states = ['open', 'answered', 'closed'] as const;
export type State = (typeof states)[number];

export const stateWords: Record<State, string> = {
  open: 'Waits for an answer',
  answered: 'Answered',
  closed: 'Closed',
};

/** What somebody is to a question: whoever asked it openly, one of those who answer, both or neither. */
export type Part = { asked: boolean; hosts: boolean };

export type Refusal = 'not-yours' | 'not-now' | 'stale';

/** Where a question stands after a word of this person: whoever asked waits again, even if it was closed. */
export function afterWord(state: State, { asked, hosts }: Part): { state: State } | { refused: Refusal } {
  if (asked) return { state: 'open' };
  if (!hosts) return { refused: 'not-yours' };
  return state === 'closed' ? { refused: 'not-now' } : { state: 'answered' };
}

/** The same after its closing. */
export function afterClosing(state: State, { asked, hosts }: Part): { state: State } | { refused: Refusal } {
  if (!asked && !hosts) return { refused: 'not-yours' };
  return state === 'closed' ? { refused: 'not-now' } : { state: 'closed' };
}

const MOST_WORDS = 10_000;
const title = line('your question in a few words', 150);
const text = prose(MOST_WORDS);
const again = 'Open this page again, please: the form was incomplete.';

/** A question as it is asked. `asked`: the articles that may answer it have been seen. */
export const questionSchema = z.object({
  id: z.string().regex(/^[0-9a-z]{16}$/, again),
  title,
  text,
  asked: optionalLine(10),
});

/** The same without a name: the secret of its link is made with the form, so that a form sent twice is one letter. */
export const letterSchema = z.object({
  secret: z.string().regex(/^[\w-]{43}$/, again),
  title,
  text,
  asked: optionalLine(10),
});

const word = prose(MOST_WORDS).pipe(z.string().trim().min(1, 'Write what you would like to say.'));

/** A further word on a question. `seen`: the version the page showed. */
export const replySchema = z.object({ text: word, seen: z.coerce.number().int().catch(0) });
export const closingSchema = replySchema.pick({ seen: true });

/** The same on one without a name, by whoever asked it. */
export const wordSchema = z.object({ text: word });

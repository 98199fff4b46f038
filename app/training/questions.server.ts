/** Questions as somebody saw them: a bank may change the next day, and what was asked stays what it was. */
import { createHash } from 'node:crypto';

import { inArray } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { quizQuestions } from '#db/schema/training.ts';

import type { Question } from './module.ts';

/** What is remembered never changes, so that it needs no looking after. */
const MOST_KNOWN = 5000;
const known = new Map<string, Question>();

/** In one order of keys, so that the same words are the same version. */
const canonical = ({ key, prompt, code, options }: Question): Question => ({
  key,
  prompt,
  code,
  options: options.map(({ text, correct, why }) => ({ text, correct, why })),
});

/** A version's name: SHA-256 of module and question. It is never sent: who guesses the right option could check it by it. */
export const questionId = (module: string, question: Question): string =>
  createHash('sha256')
    .update(JSON.stringify([module, canonical(question)]))
    .digest('base64url');

/** Writes questions down that nobody has seen in these words yet. */
export async function keepQuestions(
  tx: Tx,
  module: string,
  questions: readonly Question[],
  now: number,
): Promise<void> {
  await tx
    .insert(quizQuestions)
    .values(
      questions.map((question) => ({
        id: questionId(module, question),
        module,
        key: question.key,
        body: canonical(question),
        seenAt: now,
      })),
    )
    .onConflictDoNothing();
}

/** Questions by the names of their versions, in that order. */
export async function questionsSeen(ids: readonly string[]): Promise<Question[]> {
  const found = new Map(ids.map((id) => [id, known.get(id)]));
  const missing = ids.filter((id) => !found.get(id));
  if (missing.length > 0) {
    const rows = await db.read
      .select({ id: quizQuestions.id, body: quizQuestions.body })
      .from(quizQuestions)
      .where(inArray(quizQuestions.id, missing));
    if (known.size + rows.length > MOST_KNOWN) known.clear();
    for (const { id, body } of rows) {
      known.set(id, body as Question);
      found.set(id, body as Question);
    }
  }
  return ids.map((id) => {
    const question = found.get(id);
    if (!question) throw new Error('An attempt names a question that is not kept.');
    return question;
  });
}

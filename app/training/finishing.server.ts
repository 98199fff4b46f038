/** How an attempt ends: its answers are sealed into its row, and from then on nobody can change it. */
import { and, asc, eq, isNull, lte } from 'drizzle-orm';

import { recordFact } from '#app/facts/facts.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { quizAnswers, quizAttempts } from '#db/schema/training.ts';

import { finishedAt, stateOf } from './attempt.ts';
import { notePass } from './campaigns.server.ts';
import { moduleNamed, trainingSettings } from './curriculum.server.ts';
import { questionsSeen } from './questions.server.ts';
import { type Outcome, score } from './scoring.ts';

type Row = typeof quizAttempts.$inferSelect;

/**
 * Finishes an attempt that goes on, with what was answered: score, seal, and the fact of a pass, in the transaction it is
 * given. One whose window has passed was finished when that closed, so that a retake waits from then.
 */
export async function finishAttempt(tx: Tx, attempt: Row, now: number): Promise<Outcome> {
  const { id, personId, module, version, drawn, asked } = attempt;
  const given: (number[] | null)[] = drawn.map(() => null);
  const answers = await tx.select().from(quizAnswers).where(eq(quizAnswers.attemptId, id));
  for (const { position, chosen } of answers) given[position] = chosen;
  const questions = await questionsSeen(drawn.map(({ question }) => question));
  const { right, outcome } = score(questions, given, trainingSettings().passMark);
  const at = finishedAt(attempt, now);
  await tx.delete(quizAnswers).where(eq(quizAnswers.attemptId, id));
  await tx
    .update(quizAttempts)
    .set({ finishedAt: at, outcome, right, given, ongoing: null })
    .where(and(eq(quizAttempts.id, id), isNull(quizAttempts.finishedAt)));
  if (outcome === 'passed') {
    const source = { room: 'training', id };
    const details = { module, version, right, asked };
    await recordFact(tx, { kind: 'quiz-passed', personId, at, source, details, by: null, now });
    await notePass(tx, personId, module, at);
  }
  return outcome;
}

const PORTION = 100;

/**
 * Closes the attempts whose window has passed, with what was answered, and tells their people. Each in a write of its own;
 * ends early when the house closes, and goes on the next time.
 */
export async function closeAttempts(now: number, stopping?: AbortSignal): Promise<void> {
  for (;;) {
    const over = await db.read
      .select({ id: quizAttempts.id })
      .from(quizAttempts)
      .where(and(isNull(quizAttempts.finishedAt), lte(quizAttempts.closesAt, now)))
      .orderBy(asc(quizAttempts.closesAt))
      .limit(PORTION);
    for (const { id } of over) {
      if (stopping?.aborted) return;
      await closeIfOver(id, now);
    }
    if (over.length < PORTION) return;
  }
}

/** Closes an attempt whose window has passed; leaves any other as it is. */
export async function closeIfOver(id: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    const [attempt] = await tx.select().from(quizAttempts).where(eq(quizAttempts.id, id));
    if (!attempt || stateOf(attempt, now) !== 'over') return;
    await finishAttempt(tx, attempt, now);
    const title = moduleNamed(attempt.module)?.title ?? attempt.module;
    const text = `The time for your questions on “${title}” is over: they are closed with what you answered.`;
    await tell(tx, { personId: attempt.personId, kind: 'training', text, path: paths.attempt(id), now });
  });
}

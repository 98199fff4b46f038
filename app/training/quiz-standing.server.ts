/** How somebody stands with a module's questions: for its page, the start page and their own eyes alone. */
import { and, asc, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { quizAnswers, quizAttempts } from '#db/schema/training.ts';

import { beginFrom, stateOf } from './attempt.ts';
import { attemptsOf } from './attempts.server.ts';
import { moduleNamed, trainingSettings } from './curriculum.server.ts';
import { closeIfOver } from './finishing.server.ts';
import type { Outcome } from './scoring.ts';

export type QuizStanding = {
  /** the attempt that goes on, and how far it is */
  open: { id: string; asked: number; answered: number; closesAt: number } | null;
  /** the last one that was finished */
  last: { id: string; finishedAt: number; outcome: Outcome; right: number; asked: number } | null;
  /** when the module was last passed */
  passedAt: number | null;
  /** from when on the next attempt may begin; null: from now on, as far as time goes */
  mayBeginFrom: number | null;
};

/** An attempt whose window has passed is closed when its person looks. */
export async function quizStandingOf(
  personId: string,
  moduleKey: string,
  now: number,
): Promise<QuizStanding> {
  let attempts = await attemptsOf(personId, moduleKey);
  const over = attempts.find((attempt) => stateOf(attempt, now) === 'over');
  if (over) {
    await closeIfOver(over.id, now);
    attempts = await attemptsOf(personId, moduleKey);
  }
  const open = attempts.find((attempt) => attempt.finishedAt === null) ?? null;
  const finished = attempts.filter((attempt) => attempt.finishedAt !== null);
  const last = finished[0] ?? null;
  return {
    open: open && {
      id: open.id,
      asked: open.asked,
      answered: (await answeredIn([open.id])).get(open.id) ?? 0,
      closesAt: open.closesAt,
    },
    last: last && {
      id: last.id,
      finishedAt: last.finishedAt!,
      outcome: last.outcome!,
      right: last.right!,
      asked: last.asked,
    },
    passedAt: finished.find(({ outcome }) => outcome === 'passed')?.finishedAt ?? null,
    mayBeginFrom: beginFrom(last?.finishedAt ?? null, trainingSettings(), now),
  };
}

/** What somebody has begun and can still go on with, the most urgent first. */
export async function underWayOf(personId: string, now: number) {
  const rows = await db.read
    .select({
      id: quizAttempts.id,
      module: quizAttempts.module,
      asked: quizAttempts.asked,
      closesAt: quizAttempts.closesAt,
    })
    .from(quizAttempts)
    .where(
      and(
        eq(quizAttempts.personId, personId),
        isNull(quizAttempts.finishedAt),
        gt(quizAttempts.closesAt, now),
      ),
    )
    .orderBy(asc(quizAttempts.closesAt), desc(quizAttempts.id));
  const answered = await answeredIn(rows.map(({ id }) => id));
  return rows.map(({ module, ...attempt }) => ({
    ...attempt,
    title: moduleNamed(module)?.title ?? module,
    answered: answered.get(attempt.id) ?? 0,
  }));
}

async function answeredIn(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: quizAnswers.attemptId, answered: count() })
    .from(quizAnswers)
    .where(inArray(quizAnswers.attemptId, ids))
    .groupBy(quizAnswers.attemptId);
  return new Map(rows.map(({ id, answered }) => [id, answered]));
}

/** What the pages of an attempt show. Nothing that tells what is right leaves here before the attempt is finished. */
import { and, asc, eq, gt, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { quizAnswers, quizAttempts } from '#db/schema/training.ts';

import { beginFrom } from './attempt.ts';
import { trainingSettings } from './curriculum.server.ts';
import { explainedOf, placesOf, shownOf } from './quiz-question.ts';
import { questionsSeen } from './questions.server.ts';
import { neededFor } from './scoring.ts';

type Row = typeof quizAttempts.$inferSelect;

/** What was chosen so far, by position. */
async function chosenIn(attempt: Row): Promise<(number[] | null)[]> {
  if (attempt.given) return attempt.given;
  const given: (number[] | null)[] = attempt.drawn.map(() => null);
  const rows = await db.read
    .select({ position: quizAnswers.position, chosen: quizAnswers.chosen })
    .from(quizAnswers)
    .where(eq(quizAnswers.attemptId, attempt.id))
    .orderBy(asc(quizAnswers.position));
  for (const { position, chosen } of rows) given[position] = chosen;
  return given;
}

/** Which questions have an answer. */
export const answeredIn = async (attempt: Row): Promise<boolean[]> =>
  (await chosenIn(attempt)).map((chosen) => chosen !== null);

/** One question of an attempt that goes on, and what is chosen so far; null where it was not asked. */
export async function questionIn(attempt: Row, position: number) {
  const asked = attempt.drawn[position];
  if (!asked) return null;
  const [question] = await questionsSeen([asked.question]);
  const chosen = await chosenIn(attempt);
  return {
    question: shownOf(question!, asked.options),
    chosen: placesOf(asked.options, chosen[position] ?? null),
    answered: chosen.map((one) => one !== null),
  };
}

/** The attempt of the same module that its person goes on with; null: none. */
async function meanwhile({ personId, module }: Row, now: number): Promise<string | null> {
  const [open] = await db.read
    .select({ id: quizAttempts.id })
    .from(quizAttempts)
    .where(
      and(
        eq(quizAttempts.personId, personId),
        eq(quizAttempts.module, module),
        isNull(quizAttempts.finishedAt),
        gt(quizAttempts.closesAt, now),
      ),
    );
  return open?.id ?? null;
}

/**
 * What a finished attempt came to, with every question as it was seen; null while it goes on. While another of its module
 * is open there are no questions: they would tell what is right in that one.
 */
export async function resultOf(attempt: Row, now: number) {
  const { finishedAt, outcome, right, asked, drawn } = attempt;
  if (finishedAt === null || outcome === null || right === null) return null;
  const settings = trainingSettings();
  const open = await meanwhile(attempt, now);
  const questions = open ? [] : await questionsSeen(drawn.map(({ question }) => question));
  const given = await chosenIn(attempt);
  return {
    open,
    outcome,
    right,
    asked,
    finishedAt,
    needed: neededFor(asked, settings.passMark),
    passMark: settings.passMark,
    beginFrom: beginFrom(finishedAt, settings, now),
    questions: questions.map((question, at) => explainedOf(question, drawn[at]!.options, given[at] ?? null)),
  };
}

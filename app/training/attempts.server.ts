/** Assessed attempts: begun, answered, finished. Each is one person's, and nobody else's to look at. */
import { randomInt } from 'node:crypto';

import { and, desc, eq, isNotNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { quizAnswers, quizAttempts } from '#db/schema/training.ts';

import { type AnswerRefusal, type BeginRefusal, closesAt, mayBegin, stateOf, takeAnswer } from './attempt.ts';
import { moduleNamed, trainingSettings } from './curriculum.server.ts';
import { draw } from './draw.ts';
import { finishAttempt } from './finishing.server.ts';
import { isMultiple } from './module.ts';
import { keepQuestions, questionId, questionsSeen } from './questions.server.ts';
import { hasRead } from './reading.server.ts';
import type { Outcome } from './scoring.ts';

type Person = { id: string };
type Row = typeof quizAttempts.$inferSelect;

const PRECISION = 2 ** 47;
/** Nobody who knows some draws knows the next. */
const unguessable = () => randomInt(PRECISION) / PRECISION;

const ongoingKey = (personId: string, module: string) => `${personId} ${module}`;

/**
 * Begins an assessed attempt of a module, with questions drawn from its bank as it is now. Of two tabs at once the second
 * is led to what the first began. Refuses what `mayBegin` does, and a module that is not there (any more).
 */
export async function openAttempt(
  { id: personId }: Person,
  moduleKey: string,
  now: number,
): Promise<{ id: string } | BeginRefusal | { refused: 'no-module' }> {
  const module = moduleNamed(moduleKey);
  if (!module) return { refused: 'no-module' };
  const settings = trainingSettings();
  const drawn = draw(module.questions, settings.questions, unguessable);
  return db.write(async (tx) => {
    const ongoing = ongoingKey(personId, moduleKey);
    const [open] = await tx.select().from(quizAttempts).where(eq(quizAttempts.ongoing, ongoing));
    const isOver = open !== undefined && stateOf(open, now) === 'over';
    if (isOver) await finishAttempt(tx, open, now);
    const refusal = mayBegin(
      {
        hasRead: await hasRead(personId, moduleKey),
        ongoing: open && !isOver ? open.id : null,
        lastFinishedAt: await lastFinished(tx, personId, moduleKey),
      },
      settings,
      now,
    );
    if (refusal) return refusal;
    const questions = drawn.map(({ question }) => question);
    await keepQuestions(tx, moduleKey, questions, now);
    const id = newId();
    await tx.insert(quizAttempts).values({
      id,
      personId,
      module: moduleKey,
      version: module.version,
      drawn: drawn.map(({ question, options }) => ({ question: questionId(moduleKey, question), options })),
      ongoing,
      openedAt: now,
      closesAt: closesAt(now, settings),
      asked: drawn.length,
    });
    return { id };
  });
}

async function lastFinished(tx: Tx, personId: string, module: string): Promise<number | null> {
  const [last] = await tx
    .select({ at: quizAttempts.finishedAt })
    .from(quizAttempts)
    .where(
      and(
        eq(quizAttempts.personId, personId),
        eq(quizAttempts.module, module),
        isNotNull(quizAttempts.finishedAt),
      ),
    )
    .orderBy(desc(quizAttempts.openedAt))
    .limit(1);
  return last?.at ?? null;
}

/** An attempt through its person's eyes; null for everybody else, whoever they are. */
export async function ownAttempt({ id: personId }: Person, id: string): Promise<Row | null> {
  const [row] = await db.read
    .select()
    .from(quizAttempts)
    .where(and(eq(quizAttempts.id, id), eq(quizAttempts.personId, personId)));
  return row ?? null;
}

/**
 * Keeps an answer; given again, it takes the place of the one before. `position` counts from 0, `shown` are the places of
 * the options on the page. What was refused has changed nothing.
 */
export async function answer(
  person: Person,
  id: string,
  { position, shown }: { position: number; shown: readonly number[] },
  now: number,
): Promise<{ chosen: number[] } | { refused: AnswerRefusal | 'no-such-attempt' }> {
  return db.write(async (tx) => {
    // One write at a time: nobody finishes the attempt between this look and what follows.
    const attempt = await ownAttempt(person, id);
    if (!attempt) return { refused: 'no-such-attempt' };
    const asked = attempt.drawn[position];
    const [question] = asked ? await questionsSeen([asked.question]) : [];
    const multiple = question !== undefined && isMultiple(question);
    const taken = takeAnswer(attempt, { position, shown, multiple }, now);
    if ('refused' in taken) return taken;
    await tx
      .insert(quizAnswers)
      .values({ attemptId: id, position, chosen: taken.chosen, answeredAt: now })
      .onConflictDoUpdate({
        target: [quizAnswers.attemptId, quizAnswers.position],
        set: { chosen: taken.chosen, answeredAt: now },
      });
    return taken;
  });
}

/** Finishes an attempt; of two tabs both learn the one result. */
export async function finish(
  person: Person,
  id: string,
  now: number,
): Promise<{ outcome: Outcome } | { refused: 'no-such-attempt' }> {
  return db.write(async (tx) => {
    const attempt = await ownAttempt(person, id);
    if (!attempt) return { refused: 'no-such-attempt' };
    return { outcome: attempt.outcome ?? (await finishAttempt(tx, attempt, now)) };
  });
}

/** Somebody's attempts of a module, newest first, without what was answered. */
export const attemptsOf = (personId: string, moduleKey: string) =>
  db.read
    .select({
      id: quizAttempts.id,
      openedAt: quizAttempts.openedAt,
      closesAt: quizAttempts.closesAt,
      finishedAt: quizAttempts.finishedAt,
      outcome: quizAttempts.outcome,
      asked: quizAttempts.asked,
      right: quizAttempts.right,
    })
    .from(quizAttempts)
    .where(and(eq(quizAttempts.personId, personId), eq(quizAttempts.module, moduleKey)))
    .orderBy(desc(quizAttempts.openedAt));

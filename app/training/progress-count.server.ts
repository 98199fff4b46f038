/** How many people have read and passed each module: counted now and then, so that looking at it costs nothing. */
import { setImmediate } from 'node:timers/promises';

import { and, asc, count, countDistinct, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { lessonReadings, moduleProgress, quizAttempts } from '#db/schema/training.ts';

/** People who are counted together; others are answered in between. */
const PORTION = 200;
/** Counting may take a two-hundredth of the time, and no more. */
const REST = 200;
/** the row that says when it was counted */
const ALL = '';

type Sums = Map<string, { read: number; passed: number }>;

/**
 * Counts everybody who can sign in, if the last count is long enough ago for what it cost. Cut off by `stopping`, it
 * leaves what was counted before.
 */
export async function countProgress(
  now: number,
  stopping: AbortSignal = new AbortController().signal,
): Promise<void> {
  const before = await lastCount();
  if (before && now - before.countedAt < before.took * REST && now >= before.countedAt) return;
  const begun = performance.now();
  const sums: Sums = new Map();
  let counted = 0;
  let after = '';
  for (;;) {
    const portion = await portionAfter(after);
    if (portion.length === 0) break;
    const until = portion.at(-1)!;
    await addPortion(sums, after, until);
    counted += portion.length;
    after = until;
    await setImmediate();
    if (stopping.aborted) return;
  }
  const took = Math.round(performance.now() - begun);
  const common = { people: counted, countedAt: now, took };
  await db.write(async (tx) => {
    await tx.delete(moduleProgress);
    await tx
      .insert(moduleProgress)
      .values([
        { module: ALL, read: 0, passed: 0, ...common },
        ...[...sums].map(([module, sum]) => ({ module, ...sum, ...common })),
      ]);
  });
}

async function portionAfter(id: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: people.id })
    .from(people)
    .where(and(gt(people.id, id), isNull(people.deactivatedAt)))
    .orderBy(asc(people.id))
    .limit(PORTION);
  return rows.map((row) => row.id);
}

async function addPortion(sums: Sums, after: string, until: string): Promise<void> {
  const within = and(gt(people.id, after), lte(people.id, until), isNull(people.deactivatedAt));
  const readers = await db.read
    .select({ module: lessonReadings.module, number: count() })
    .from(people)
    .innerJoin(lessonReadings, eq(lessonReadings.personId, people.id))
    .where(and(within, isNotNull(lessonReadings.readAt)))
    .groupBy(lessonReadings.module);
  const passers = await db.read
    .select({ module: quizAttempts.module, number: countDistinct(quizAttempts.personId) })
    .from(people)
    .innerJoin(quizAttempts, eq(quizAttempts.personId, people.id))
    .where(and(within, eq(quizAttempts.outcome, 'passed')))
    .groupBy(quizAttempts.module);
  const sumOf = (module: string) => {
    const sum = sums.get(module) ?? { read: 0, passed: 0 };
    sums.set(module, sum);
    return sum;
  };
  for (const { module, number } of readers) sumOf(module).read += number;
  for (const { module, number } of passers) sumOf(module).passed += number;
}

async function lastCount(): Promise<{ people: number; countedAt: number; took: number } | null> {
  const [row] = await db.read
    .select({ people: moduleProgress.people, countedAt: moduleProgress.countedAt, took: moduleProgress.took })
    .from(moduleProgress)
    .where(eq(moduleProgress.module, ALL));
  return row ?? null;
}

/** The sums as they were counted last; null: they never were. A module nobody has begun is not among them. */
export async function progressCounted(): Promise<{ people: number; countedAt: number; of: Sums } | null> {
  const rows = await db.read.select().from(moduleProgress);
  const all = rows.find(({ module }) => module === ALL);
  if (!all) return null;
  const of = new Map(
    rows.flatMap(({ module, read, passed }) => (module ? [[module, { read, passed }]] : [])),
  );
  return { people: all.people, countedAt: all.countedAt, of };
}

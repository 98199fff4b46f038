import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { changedFor, lookAtEverybody, lookedAt } from '#app/facts/changed-people.server.ts';
import { factsOf, recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { changedPeople, derivations, facts } from '#db/schema/facts.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let mara: TestPerson;
beforeEach(async () => {
  mara = await somebody('Mara');
});

const source = { room: 'training', id: 'attempt-1' };
const pass = (at = 100, id = source.id) =>
  db.write((tx) =>
    recordFact(tx, {
      kind: 'quiz-passed',
      personId: mara.id,
      at,
      source: { room: 'training', id },
      details: { module: 'white/01-one', version: 'v1', right: 8, asked: 8 },
      by: mara.id,
      now: at,
    }),
  );
const undo = () => db.write((tx) => undoFacts(tx, source, { by: null, now: 200 }));
/** So many others to whom something happened. */
const manyWithFacts = (many: number) =>
  db.write(async (tx) => {
    const ids = Array.from({ length: many }, () => newId());
    for (let from = 0; from < many; from += 500) {
      const some = ids.slice(from, from + 500);
      await tx
        .insert(people)
        .values(some.map((id) => ({ id, name: id, email: id, passwordHash: 'none', joinedAt: 1 })));
      await tx.insert(facts).values(
        some.map((id) => ({
          id,
          kind: 'lesson-read',
          personId: id,
          at: 1,
          room: 'training',
          sourceId: id,
          details: {},
          recordedAt: 1,
          once: id,
        })),
      );
    }
  });
const waiting = async () => (await changedFor('belts', 100)).filter(({ personId }) => personId === mara.id);
const kinds = async () => (await factsOf(mara.id)).map(({ kind, at }) => [kind, at]);

it('is one fact however often it is recorded, and oldest first', async () => {
  await pass(100);
  await pass(100);
  await pass(50, 'attempt-0');
  expect(await kinds()).toEqual([
    ['quiz-passed', 50],
    ['quiz-passed', 100],
  ]);
});

it('is undone by a counter-row, which is kept; and can become true again', async () => {
  await pass();
  await undo();
  await undo();
  expect(await kinds()).toEqual([]);
  await pass(300);
  expect(await kinds()).toEqual([['quiz-passed', 300]]);
  await undo();
  expect(await kinds()).toEqual([]);
  expect(await db.read.$count(facts, eq(facts.personId, mara.id))).toBe(4);
});

it('is refused by the database itself to be changed or deleted', async () => {
  await pass();
  await expect(db.write(async (tx) => void (await tx.delete(facts)))).rejects.toThrow();
  await expect(db.write(async (tx) => void (await tx.update(facts).set({ at: 1 })))).rejects.toThrow();
  expect(await kinds()).toHaveLength(1);
});

it('tells readers whose facts have changed, and loses no change that comes while they look', async () => {
  await pass();
  const seen = await waiting();
  expect(seen).toMatchObject([{ personId: mara.id }]);
  await undo();
  const looked = (at: typeof seen) => db.write((tx) => lookedAt(tx, 'belts', at));
  expect([...(await looked(seen))]).toEqual([]);
  const later = await waiting();
  expect(later).toMatchObject([{ personId: mara.id }]);
  expect([...(await looked(later))]).toEqual([mara.id]);
  expect([...(await looked(later))]).toEqual([]);
  expect(await waiting()).toEqual([]);
});

it('takes no change for another that was looked at before it came', async () => {
  await pass();
  const seen = await waiting();
  const looked = (at: typeof seen) => db.write((tx) => lookedAt(tx, 'belts', at));
  // Another instance is quicker, and then something more happens.
  await looked(seen);
  await pass(200, 'attempt-2');
  expect([...(await looked(seen))]).toEqual([]);
  expect(await waiting()).toHaveLength(1);
});

it('lists everybody with facts once more for a reader that goes by other rules, and only then', async () => {
  const carries = new AbortController().signal;
  await pass();
  await db.write(async (tx) => void (await tx.delete(changedPeople)));
  await lookAtEverybody('belts', 'v1', carries);
  expect(await waiting()).toHaveLength(1);
  await db.write(async (tx) => void (await tx.delete(changedPeople)));
  await lookAtEverybody('belts', 'v1', carries);
  expect(await waiting()).toEqual([]);
  await lookAtEverybody('belts', 'v2', carries);
  expect(await waiting()).toHaveLength(1);
});

it('is left to another instance that goes by rules of its own, and begun anew by the next look', async () => {
  const carries = new AbortController().signal;
  const rulesNow = async () => (await db.read.select().from(derivations))[0];
  await manyWithFacts(2001);
  await Promise.all([lookAtEverybody('belts', 'old', carries), lookAtEverybody('belts', 'new', carries)]);
  const { rules } = (await rulesNow())!;
  expect(await rulesNow()).toMatchObject({ listedUpTo: null });
  await lookAtEverybody('belts', rules === 'old' ? 'new' : 'old', carries);
  expect(await rulesNow()).toMatchObject({ rules: rules === 'old' ? 'new' : 'old', listedUpTo: null });
});

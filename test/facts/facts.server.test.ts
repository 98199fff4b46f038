import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { changedFor, lookedAt } from '#app/facts/changed-people.server.ts';
import { factsOf, recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { facts } from '#db/schema/facts.ts';
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

import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { markRead } from '#app/training/reading.server.ts';
import { countProgress, progressCounted } from '#app/training/progress-count.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { lessonReadings, moduleProgress, quizAttempts } from '#db/schema/training.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

beforeEach(() =>
  db.write(async (tx) => {
    for (const emptied of [moduleProgress, lessonReadings]) await tx.delete(emptied);
    await tx.update(people).set({ deactivatedAt: now });
  }),
);

const lesson = (key: string, ...parts: string[]) => ({
  key,
  version: 'v1',
  parts: parts.map((part) => ({ key: part, heading: part, markdown: part })),
});
const one = lesson('white/01-one', 'a');
const two = lesson('white/02-two', 'a', 'b');

const attempt = (personId: string, module: string, outcome: 'passed' | 'not-passed' | null) =>
  db.write((tx) =>
    tx.insert(quizAttempts).values({
      ...{ id: newId(), personId, module, version: 'v1', drawn: [], asked: 8 },
      ...{ openedAt: now, closesAt: now + day, outcome, finishedAt: outcome && now },
    }),
  );

it('counts people, not attempts, and only those who are here', async () => {
  const [tess, olga, gone] = [await somebody('Tess'), await somebody('Olga'), await somebody('Gone')];
  for (const { id } of [tess, olga, gone]) await markRead(id, one, 'a', now);
  await markRead(tess.id, two, 'a', now);
  for (const outcome of ['not-passed', 'passed', 'passed', null] as const)
    await attempt(tess.id, one.key, outcome);
  await attempt(olga.id, one.key, 'not-passed');
  await attempt(gone.id, one.key, 'passed');
  await db.write((tx) => tx.update(people).set({ deactivatedAt: now }).where(eq(people.id, gone.id)));
  expect(await progressCounted()).toBeNull();
  await countProgress(now);
  expect(await progressCounted()).toEqual({
    people: 2,
    countedAt: now,
    of: new Map([[one.key, { read: 2, passed: 1 }]]),
  });
});

it('counts again when it has rested, and not before', async () => {
  await countProgress(now);
  await db.write((tx) => tx.update(moduleProgress).set({ took: 10 }));
  const tess = await somebody('Tess');
  await markRead(tess.id, one, 'a', now);
  await countProgress(now + 1999);
  expect((await progressCounted())?.people).toBe(0);
  await countProgress(now + 2000);
  expect(await progressCounted()).toMatchObject({
    people: 1,
    of: new Map([[one.key, { read: 1, passed: 0 }]]),
  });
});

it('counts everybody where there are more than fit in one portion, and keeps the old count when it is cut off', async () => {
  const crowd = Array.from({ length: 1203 }, (_, nth) => ({ id: newId(), name: `Person ${nth}` }));
  const rows = crowd.map(({ id, name }) => ({
    id,
    name,
    email: `${id}@x.example`,
    passwordHash: 'x',
    joinedAt: now,
  }));
  await db.write(async (tx) => {
    for (let from = 0; from < rows.length; from += 100)
      await tx.insert(people).values(rows.slice(from, from + 100));
  });
  for (const { id } of crowd.slice(0, 3)) await markRead(id, one, 'a', now);
  await countProgress(now);
  expect(await progressCounted()).toMatchObject({
    people: 1203,
    of: new Map([[one.key, { read: 3, passed: 0 }]]),
  });
  await countProgress(now + 100 * day, AbortSignal.abort());
  expect((await progressCounted())?.countedAt).toBe(now);
});

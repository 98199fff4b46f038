import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';

import { factsOf } from '#app/facts/facts.server.ts';
import { hasRead, markRead, readingOf, readingsOf } from '#app/training/reading.server.ts';
import { db } from '#db/database.server.ts';
import { facts } from '#db/schema/facts.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let tess: TestPerson;
beforeEach(async () => {
  tess = await somebody('Tess');
});

const lesson = (version: string, ...keys: string[]) => ({
  key: 'white/01-one',
  version,
  parts: keys.map((key) => ({ key, heading: key, markdown: key })),
});
const short = lesson('v1', 'a', 'b', 'c');
const mark = (part: string, of = short, at = now) => markRead(tess.id, of, part, at);
const known = () => factsOf(tess.id);

it('remembers the parts, and says once that the lesson was read', async () => {
  expect(await hasRead(tess.id, short.key)).toBe(false);
  expect(await mark('a')).toEqual({ finished: false });
  expect(await mark('c', short, now + 1)).toEqual({ finished: false });
  expect(await readingOf(tess.id, short.key)).toEqual({ parts: ['a', 'c'], readAt: null });
  expect(await mark('b', short, now + 2)).toEqual({ finished: true });
  expect(await mark('b', short, now + 3)).toEqual({ finished: false });
  expect(await readingsOf(tess.id)).toEqual(
    new Map([[short.key, { parts: ['a', 'c', 'b'], readAt: now + 2 }]]),
  );
  expect(await known()).toMatchObject([
    { kind: 'lesson-read', at: now + 2, details: { module: short.key, version: 'v1' } },
  ]);
});

it('loses no part when several tabs mark at once, and finishes once', async () => {
  const keys = Array.from({ length: 12 }, (_, nth) => `part-${nth}`);
  const long = lesson('v1', ...keys);
  const outcomes = await Promise.all([...keys, ...keys].map((key) => mark(key, long)));
  expect((await readingOf(tess.id, long.key)).parts.toSorted()).toEqual(keys.toSorted());
  expect(outcomes.filter((outcome) => 'finished' in outcome && outcome.finished)).toHaveLength(1);
  expect(await db.read.select().from(facts).where(eq(facts.personId, tess.id))).toHaveLength(1);
});

it('refuses a part that the lesson does not have, and keeps nothing of it', async () => {
  expect(await mark('nowhere')).toEqual({ refused: 'no-such-part' });
  expect(await readingsOf(tess.id)).toEqual(new Map());
});

it('stays read when the lesson is written anew, and is no second fact', async () => {
  for (const part of ['a', 'b', 'c']) await mark(part);
  const anew = lesson('v2', 'a', 'x', 'y');
  expect(await hasRead(tess.id, anew.key)).toBe(true);
  for (const part of ['x', 'y']) expect(await mark(part, anew, now + 9)).toEqual({ finished: false });
  expect((await readingOf(tess.id, anew.key)).readAt).toBe(now);
  expect(await known()).toHaveLength(1);
});

it('is read to its end once what was unread is gone', async () => {
  await mark('a');
  await mark('b');
  expect(await mark('b', lesson('v2', 'a', 'b'), now + 5)).toEqual({ finished: true });
  expect(await known()).toMatchObject([{ at: now + 5, details: { version: 'v2' } }]);
});

it('is each person’s own', async () => {
  const olga = await somebody('Olga');
  await mark('a');
  expect(await readingsOf(olga.id)).toEqual(new Map());
  for (const part of ['a', 'b', 'c']) await markRead(olga.id, short, part, now);
  for (const part of ['b', 'c']) await mark(part);
  expect([await known(), await factsOf(olga.id)].map((all) => all.length)).toEqual([1, 1]);
});

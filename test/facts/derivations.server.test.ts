import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { changedFor } from '#app/facts/changed-people.server.ts';
import { goBy } from '#app/facts/derivations.server.ts';
import { type Keeper, keepUp } from '#app/facts/keeping.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { changedPeople, derivations, facts } from '#db/schema/facts.ts';
import { now } from '#test/support/clock.ts';
import { happened } from '#test/support/facts.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

const carries = new AbortController().signal;
const [OLD, NEW] = [100, 200];
const go = (rules: string, began = OLD, at = now) => goBy('belts', { rules, began }, at, carries);
const known = async () =>
  (await db.read.select().from(derivations).where(eq(derivations.reader, 'belts')))[0];
const clear = () => db.write(async (tx) => void (await tx.delete(changedPeople)));

let mara: TestPerson;
beforeEach(async () => {
  mara = await somebody('Mara');
  await happened(mara, 'lesson-read', now, { module: 'white/01', version: 'v' });
  await db.write(async (tx) => void (await tx.delete(derivations)));
  await clear();
});
const isListed = async () => (await changedFor('belts', 5000)).some(({ personId }) => personId === mara.id);

/** So many others to whom something happened. */
const manyWithFacts = (many: number) =>
  db.write(async (tx) => {
    const ids = Array.from({ length: many }, () => newId());
    for (let from = 0; from < many; from += 500) {
      const some = ids.slice(from, from + 500);
      await tx
        .insert(people)
        .values(some.map((id) => ({ id, name: id, email: id, passwordHash: 'none', joinedAt: 1 })));
      const fact = { kind: 'lesson-read', at: 1, room: 'training', details: {}, recordedAt: 1 };
      await tx
        .insert(facts)
        .values(some.map((id) => ({ ...fact, id, personId: id, sourceId: id, once: id })));
    }
  });

it('lists everybody with facts once more for a reader that goes by other rules, and only then', async () => {
  expect(await go('v1')).toBe(true);
  expect(await isListed()).toBe(true);
  await clear();
  expect(await go('v1')).toBe(true);
  expect(await isListed()).toBe(false);
  expect(await go('v2')).toBe(true);
  expect(await isListed()).toBe(true);
});

it('lists all of many, in portions, however many instances begin', async () => {
  await manyWithFacts(2001);
  const all = await db.read.$count(db.read.selectDistinct({ id: facts.personId }).from(facts).as('all'));
  expect(await Promise.all([go('v1'), go('v1')])).toEqual([true, true]);
  expect(await known()).toMatchObject({ rules: 'v1', listedUpTo: null });
  expect(await db.read.$count(changedPeople, eq(changedPeople.reader, 'belts'))).toBe(all);
  const [one, other] = await Promise.all([go('one'), go('other')]);
  const { rules, listedUpTo } = (await known())!;
  expect(listedUpTo).toBeNull();
  expect(rules === 'one' ? one : other).toBe(true);
});

describe('while the app is replaced', () => {
  it('the older process leaves it to the newer one, for an hour', async () => {
    expect(await go('old', OLD)).toBe(true);
    expect(await go('new', NEW, now + 1)).toBe(true);
    await clear();
    expect(await go('old', OLD, now + 2)).toBe(false);
    expect(await isListed()).toBe(false);
    expect(await go('new', NEW, now + 3)).toBe(true);
    expect(await go('old', OLD, now + 3_600_001)).toBe(true);
    expect(await isListed()).toBe(true);
    expect(await known()).toMatchObject({ rules: 'old', began: OLD });
  });

  it('the older one writes nothing of a portion that it was at when it was replaced', async () => {
    const written: string[] = [];
    const keeper = (rules: string, meanwhile = async () => {}): Keeper<string> => ({
      reader: 'belts',
      rules,
      now,
      prepare: async () => {
        await meanwhile();
        return (personId) => `${rules} ${personId}`;
      },
      keep: async (_, derived) => void written.push(...derived),
    });
    const byNew = () => keepUp(keeper('new'), carries, NEW);
    await keepUp(keeper('old', byNew), carries, OLD);
    expect(written).toContain(`new ${mara.id}`);
    expect(written.filter((one) => one.startsWith('old'))).toEqual([]);
    expect(await isListed()).toBe(false);
    await happened(mara, 'lesson-read', now, { module: 'white/02', version: 'v' });
    await keepUp(keeper('old'), carries, OLD);
    expect(await isListed()).toBe(true);
    await byNew();
    expect(written.filter((one) => one.startsWith('old'))).toEqual([]);
    expect(await isListed()).toBe(false);
  });
});

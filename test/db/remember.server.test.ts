import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { type Memory, memory, remember } from '#db/remember.server.ts';
import { people } from '#db/schema/accounts.ts';
import { squads } from '#db/schema/squads.ts';
import { now } from '#test/support/clock.ts';

const addPerson = () =>
  db.write(async (tx) => {
    const id = newId();
    await tx
      .insert(people)
      .values({ id, name: 'Ada', email: `${id}@x.example`, passwordHash: '', joinedAt: now });
    return id;
  });

let counts: Memory<number>;
let worked: number;
let gone: string;
beforeEach(() => {
  counts = memory(10);
  worked = 0;
});
const count = (key = 'people') =>
  remember(counts, key, () => {
    worked += 1;
    return db.read.$count(people);
  });

describe('what was worked out', () => {
  it('is remembered while nothing it was read from is written to', async () => {
    const before = await count();
    await db.write((tx) => tx.insert(squads).values({ id: newId(), name: newId(), createdAt: now }));
    expect(await count()).toBe(before);
    expect(worked).toBe(1);
  });

  it.each([
    ['added', async () => void (await addPerson())],
    ['changed', async () => void (await db.write((tx) => tx.update(people).set({ name: 'Bea' })))],
    ['removed', async () => void (await db.write((tx) => tx.delete(people).where(eq(people.id, gone))))],
  ])('is worked out anew after a row was %s', async (_, change) => {
    gone = await addPerson();
    await count();
    await change();
    expect(await count()).toBe(await db.read.$count(people));
    expect(worked).toBe(2);
  });

  it('is remembered after a change that was taken back', async () => {
    await count();
    await db
      .write(async (tx) => {
        await tx.update(people).set({ name: 'Bea' });
        throw new Error('no');
      })
      .catch(() => {});
    await count();
    expect(worked).toBe(1);
  });

  it('is worked out anew when a change came while it was worked out', async () => {
    const slow = () =>
      remember(counts, 'slow', async () => {
        const seen = await db.read.$count(people);
        if (worked++ === 0) await addPerson();
        return seen;
      });
    const first = await slow();
    expect(await slow()).toBe(first + 1);
  });

  it('of an open transaction is nobody else’s', async () => {
    const before = await count();
    await db
      .write(async (tx) => {
        await tx
          .insert(people)
          .values({ id: newId(), name: 'Cy', email: newId(), passwordHash: '', joinedAt: now });
        expect(await count()).toBe(before + 1);
        throw new Error('no');
      })
      .catch(() => {});
    expect(await count()).toBe(before);
  });

  it('depends on all that was remembered on the way to it', async () => {
    const outer = () => remember(counts, 'outer', async () => (await count()) + 1000);
    await count();
    const before = await outer();
    await addPerson();
    expect(await outer()).toBe(before + 1);
  });

  it('is given up when there is too much of it, the one longest unused first', async () => {
    for (let key = 0; key < 10; key += 1) await count(`${key}`);
    await count('0');
    await count('new');
    expect([...counts.kept.keys()]).not.toContain('1');
    expect([...counts.kept.keys()]).toContain('0');
    expect(counts.weight).toBe(10);
  });

  it('is not kept when it weighs nothing', async () => {
    const nothing = memory<number>(10, () => 0);
    await remember(nothing, 'x', async () => 1);
    expect(nothing.kept.size).toBe(0);
  });
});

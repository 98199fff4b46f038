import { setTimeout as pause } from 'node:timers/promises';

import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { auditEntries, organisations, people, roles, tokens } from '#db/schema/accounts.ts';
import { now } from '#test/support/clock.ts';

const person = (name: string, id = newId()) => ({
  id,
  name,
  email: `${id}@northwind.example`,
  passwordHash: '',
  joinedAt: now,
});
const named = (name: string) => db.read.$count(people, eq(people.name, name));

describe('a transaction', () => {
  it('shows its writes inside, and outside only once it is over', async () => {
    const seen: number[] = [];
    const written = Promise.withResolvers<void>();
    const looked = Promise.withResolvers<void>();
    const open = db.write(async (tx) => {
      await tx.insert(people).values(person('Ada'));
      seen.push(await named('Ada'));
      written.resolve();
      await looked.promise;
    });
    await written.promise;
    seen.push(await named('Ada'));
    looked.resolve();
    await open;
    seen.push(await named('Ada'));
    expect(seen).toEqual([1, 0, 1]);
  });

  it('gives back what its work returns', async () => {
    expect(await db.write(async () => 'done')).toBe('done');
  });

  it('leaves nothing of work that fails', async () => {
    const work = db.write(async (tx) => {
      await tx.insert(people).values(person('Ben'));
      await pause(5);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await named('Ben')).toBe(0);
  });

  it('takes a nested one with it: all or nothing', async () => {
    const outer = db.write(async () => {
      await db.write((tx) => tx.insert(people).values(person('Cleo')));
      expect(await named('Cleo')).toBe(1);
      throw new Error('outer');
    });
    await expect(outer).rejects.toThrow('outer');
    expect(await named('Cleo')).toBe(0);
  });

  it('stands in nobody’s way after it failed', async () => {
    await db.write(async () => Promise.reject(new Error('no'))).catch(() => {});
    await db.write((tx) => tx.insert(people).values(person('Dana')));
    expect(await named('Dana')).toBe(1);
  });

  it('loses none of 40 changes that are each worked out from what was read', async () => {
    await db.write((tx) =>
      tx.insert(organisations).values({ id: 1, name: 'Northwind', foundedAt: 0 }).onConflictDoNothing(),
    );
    const raise = () =>
      db.write(async (tx) => {
        const [row] = await tx.select({ at: organisations.foundedAt }).from(organisations);
        await pause(1);
        await tx.update(organisations).set({ foundedAt: row!.at + 1 });
      });
    await Promise.all(Array.from({ length: 40 }, raise));
    const [row] = await db.read.select({ at: organisations.foundedAt }).from(organisations);
    expect(row!.at).toBe(40);
  });

  it('fails loudly when its handle is used after it is over', async () => {
    let kept: Tx;
    await db.write(async (tx) => void (kept = tx));
    expect(() => kept.insert(people)).toThrow(/not awaited/);
  });

  it('fails loudly when a query inside was not awaited', async () => {
    let forgotten: Promise<unknown>;
    await db.write(async (tx) => {
      forgotten = pause(10).then(() => tx.insert(people).values(person('Emil')));
    });
    await expect(forgotten!).rejects.toThrow(/not awaited/);
    expect(await named('Emil')).toBe(0);
  });

  it('can be asked for many times at once', async () => {
    await Promise.all(
      Array.from({ length: 60 }, () => db.write((tx) => tx.insert(people).values(person('Flo')))),
    );
    expect(await named('Flo')).toBe(60);
  });
});

describe('raw rows', () => {
  it('see the open transaction inside one', async () => {
    await db.write(async (tx) => {
      await tx.insert(people).values(person('Gil'));
      expect(await db.rows(sql`select name from people where name = 'Gil'`)).toEqual([{ name: 'Gil' }]);
    });
  });
});

describe('the database itself refuses', () => {
  const refused = async (work: (tx: Tx) => Promise<unknown>) =>
    expect(db.write(async (tx) => void (await work(tx)))).rejects.toThrow();

  it('a word that a choice does not have', () =>
    refused((tx) =>
      tx.insert(tokens).values({ id: newId(), purpose: 'mischief' as 'set-up', madeAt: now, expiresAt: now }),
    ));

  it('a row that refers to nobody', () =>
    refused((tx) =>
      tx.insert(roles).values({ id: newId(), personId: 'nobody', role: 'organiser', assumedAt: now }),
    ));

  it('to let go of somebody whom a row refers to', async () => {
    const ada = person('Ada');
    await db.write(async (tx) => {
      await tx.insert(people).values(ada);
      await tx.insert(roles).values({ id: newId(), personId: ada.id, role: 'organiser', assumedAt: now });
    });
    await refused((tx) => tx.delete(people).where(eq(people.id, ada.id)));
  });

  it('the same address twice', async () => {
    const ada = person('Ada');
    await db.write((tx) => tx.insert(people).values(ada));
    await refused((tx) => tx.insert(people).values({ ...ada, id: newId() }));
  });
});

describe('the audit', () => {
  beforeEach(async () => {
    const entry = { id: newId(), at: now, event: 'set-up' as const, actorId: null, details: {} };
    await db.write((tx) => tx.insert(auditEntries).values(entry));
  });

  it('cannot be rewritten', async () => {
    await expect(db.write((tx) => tx.update(auditEntries).set({ at: 0 }))).rejects.toThrow();
    expect(await db.read.$count(auditEntries, eq(auditEntries.at, 0))).toBe(0);
  });

  it('cannot be shortened', async () => {
    const before = await db.read.$count(auditEntries);
    await expect(db.write((tx) => tx.delete(auditEntries))).rejects.toThrow();
    expect(await db.read.$count(auditEntries)).toBe(before);
  });
});

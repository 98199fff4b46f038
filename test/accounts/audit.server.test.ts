import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { audit, auditPage } from '#app/accounts/audit.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { auditEntries } from '#db/schema/accounts.ts';
import { minute, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

/** Why the database refused, in its own words. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: Error) => `${error.message} ${(error.cause as Error | undefined)?.message}`,
  );
const words = 'audit_entries is only ever added to';

const count = async () => (await db.read.select().from(auditEntries)).length;

it('is only ever added to: the database refuses to change or delete an entry', async () => {
  const olga = await somebody('Olga', 'administrator');
  await db.write((tx) => audit(tx, { event: 'deactivated', actorId: olga.id, subjectId: 'x', at: now }));
  const before = await db.read.select().from(auditEntries);

  const one = eq(auditEntries.id, before[0]!.id);
  expect(await refusal(db.write((tx) => tx.update(auditEntries).set({ actorId: 'x' })))).toContain(words);
  expect(await refusal(db.write((tx) => tx.delete(auditEntries).where(one)))).toContain(words);
  const emptied = db.write<unknown>((tx) =>
    db.engine === 'postgresql' ? db.rows(sql`truncate audit_entries`) : tx.delete(auditEntries),
  );
  expect(await refusal(emptied)).toContain(words);
  expect(await db.read.select().from(auditEntries)).toEqual(before);
});

it('keeps nothing of what was rolled back', async () => {
  const before = await count();
  const failing = db.write(async (tx) => {
    await audit(tx, { event: 'set-up', actorId: null, at: now });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await count()).toBe(before);
});

it('tells by name who did what, those who left too', async () => {
  const olga = await somebody('Olga Petrov', 'administrator');
  const nina = await somebody('Nina Weber');
  await db.write((tx) =>
    audit(tx, { event: 'reset-link-made', actorId: olga.id, subjectId: nina.id, at: now + minute }),
  );
  const { entries } = await auditPage('reset-link-made', null);
  expect(entries[0]?.sentence).toBe('Olga Petrov made a link to reset the password of Nina Weber.');
});

it('goes through all entries, newest first, each once, also where many have the same moment', async () => {
  await db.write(async (tx) => {
    for (let n = 0; n < 250; n++) {
      await tx.insert(auditEntries).values({
        id: newId(),
        at: now - Math.floor(n / 60),
        event: 'password-changed',
        actorId: null,
        details: {},
      });
    }
  });
  const seen: { id: string; at: number }[] = [];
  let after: string | null = null;
  do {
    const page = await auditPage('password-changed', readCursor(after));
    seen.push(...page.entries);
    after = page.next;
  } while (after);
  expect(new Set(seen.map((one) => one.id)).size).toBe(250);
  expect(seen).toHaveLength(250);
  expect(seen.map((one) => one.at)).toEqual(seen.map((one) => one.at).sort((a, b) => b - a));
});

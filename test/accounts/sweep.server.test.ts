import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { sweep } from '#app/accounts/sweep.server.ts';
import { makeToken, spendToken, withdrawTokens } from '#app/accounts/tokens.server.ts';
import { db } from '#db/database.server.ts';
import { knownDevices, sessions, tokens } from '#db/schema/accounts.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

const invitation = (email: string, days: number) =>
  db.write((tx) => makeToken(tx, { purpose: 'invitation', email, now, days }));
const invited = async () =>
  (await db.read.select({ email: tokens.email }).from(tokens)).map((one) => one.email).sort();

it('deletes sign-ins that have run out, and no other', async () => {
  const nina = await somebody('Nina');
  await db.write((tx) => tx.delete(sessions).where(eq(sessions.personId, nina.id)));
  const row = { personId: nina.id, startedAt: now, userAgent: '' };
  await db.write((tx) =>
    tx.insert(sessions).values([
      { ...row, id: 'over', expiresAt: now },
      { ...row, id: 'open', expiresAt: now + 1 },
    ]),
  );
  await sweep(now);
  const left = await db.read.select().from(sessions).where(eq(sessions.personId, nina.id));
  expect(left.map((one) => one.id)).toEqual(['open']);
});

it('deletes links a month after they ended, and with them whom they were for', async () => {
  await invitation('unused@northwind.example', 7);
  const used = await invitation('used@northwind.example', 90);
  await invitation('withdrawn@northwind.example', 90);
  await invitation('open@northwind.example', 90);
  await db.write(async (tx) => {
    await spendToken(tx, 'invitation', used, now);
    await withdrawTokens(tx, 'invitation', { email: 'withdrawn@northwind.example' }, now);
  });

  await sweep(now + 30 * day);
  expect(await invited()).toHaveLength(4);
  await sweep(now + 30 * day + 1);
  expect(await invited()).toEqual(['open@northwind.example', 'unused@northwind.example']);
  await sweep(now + 37 * day + 1);
  expect(await invited()).toEqual(['open@northwind.example']);
});

it('forgets browsers that nobody has signed in from for a year', async () => {
  const nina = await somebody('Nina');
  await db.write((tx) =>
    tx.insert(knownDevices).values([
      { id: 'old', personId: nina.id, seenAt: now - 365 * day - 1 },
      { id: 'own', personId: nina.id, seenAt: now - 365 * day },
    ]),
  );
  await sweep(now);
  expect((await db.read.select().from(knownDevices)).map((one) => one.id)).toEqual(['own']);
});

import { expect, it } from 'vitest';

import { sha256 } from '#app/accounts/secrets.server.ts';
import { makeToken, openToken, spendToken, withdrawTokens } from '#app/accounts/tokens.server.ts';
import { db } from '#db/database.server.ts';
import { tokens } from '#db/schema/accounts.ts';
import { day, now } from '#test/support/clock.ts';

const email = 'nina@northwind.example';
const made = () => db.write((tx) => makeToken(tx, { purpose: 'invitation', email, now, days: 7 }));
const use = (token: string, at = now) => db.write((tx) => spendToken(tx, 'invitation', token, at));

it('opens until it is used', async () => {
  const token = await made();
  expect((await openToken('invitation', token, now))?.email).toBe(email);
  expect((await use(token))?.email).toBe(email);
  expect(await openToken('invitation', token, now)).toBeNull();
  expect(await use(token)).toBeNull();
});

it('is used once, also by ten who try at once', async () => {
  const token = await made();
  const uses = await Promise.all(Array.from({ length: 10 }, () => use(token)));
  expect(uses.filter((one) => one !== null)).toHaveLength(1);
});

it('runs out', async () => {
  const token = await made();
  expect(await openToken('invitation', token, now + 7 * day - 1)).not.toBeNull();
  expect(await openToken('invitation', token, now + 7 * day)).toBeNull();
  expect(await use(token, now + 7 * day)).toBeNull();
});

it('opens nothing else', async () => {
  const token = await made();
  expect(await openToken('password-reset', token, now)).toBeNull();
  expect(await openToken('set-up', token, now)).toBeNull();
});

it('is stored nowhere: what is stored opens nothing', async () => {
  const token = await made();
  const stored = await db.read.select().from(tokens);
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(stored.map((row) => row.id)).toContain(sha256(token));
  expect(await openToken('invitation', sha256(token), now)).toBeNull();
});

it('can be withdrawn', async () => {
  const token = await made();
  expect(await db.write((tx) => withdrawTokens(tx, 'invitation', { email }, now))).toBeGreaterThan(0);
  expect(await openToken('invitation', token, now)).toBeNull();
  expect(await use(token)).toBeNull();
});

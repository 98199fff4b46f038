import { eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { makePasswordReset, resetPassword } from '#app/accounts/password-resets.server.ts';
import { sha256 } from '#app/accounts/secrets.server.ts';
import { deviceIn, knownDeviceKey } from '#app/accounts/known-devices.server.ts';
import { signIn } from '#app/accounts/sign-in.server.ts';
import { limits } from '#app/accounts/throttle.ts';
import { db } from '#db/database.server.ts';
import { knownDevices } from '#db/schema/accounts.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { openSessions, password, withPassword } from './known.ts';

/** Hundreds of tries are about counting, so a hash costs next to nothing here; password.server.test.ts is about hashes. */
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const argon2: typeof crypto.argon2 = (kind, options, done) =>
    crypto.argon2(kind, { ...options, memory: 8, passes: 1 }, done);
  return { ...crypto, argon2 };
});

const wrong = 'nine purple badgers';
let host = 0;
/** An address of its own for each test, so that their tries don't add up. */
const elsewhere = () => `198.51.${100 + Math.floor(++host / 250)}.${(host % 250) + 1}`;
const from = (address: string, device: string | null = null) => ({ device, address, userAgent: 'a test' });
const person = async (name: string) => withPassword(await somebody(name));

/** The device token that a sign-in hands to the browser. */
const deviceOf = async (signedIn: Awaited<ReturnType<typeof signIn>>) => {
  if (!('headers' in signedIn)) throw new Error('not signed in');
  const Cookie = signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  return deviceIn(new Request('http://guildhall.test/', { headers: { Cookie } }));
};

const tryWrong = async (email: string, times: number, address: string, device: string | null = null) => {
  for (let time = 0; time < times; time++) await signIn(email, wrong, from(address, device), now);
};

it('signs in by e-mail and password', async () => {
  const nina = await person('Nina');
  const before = await openSessions(nina);
  expect(await signIn(nina.email, password, from(elsewhere()), now)).toHaveProperty('headers');
  expect(await openSessions(nina)).toBe(before + 1);
});

it('gives one answer to an unknown address, a wrong password and a deactivated account', async () => {
  const [olga, nina] = [await somebody('Olga', 'administrator'), await person('Nina')];
  const answers = [
    await signIn('nobody@northwind.example', password, from(elsewhere()), now),
    await signIn(nina.email, wrong, from(elsewhere()), now),
  ];
  await deactivate(olga, nina.id, now);
  answers.push(await signIn(nina.email, password, from(elsewhere()), now));
  expect(answers).toEqual(Array(3).fill({ refused: 'no-match' }));
  expect(await openSessions(nina)).toBe(0);
});

it('asks one network to wait after so many wrong tries, whether the account exists or not', async () => {
  const nina = await person('Nina');
  for (const email of [nina.email, 'nobody.else@northwind.example']) {
    const address = elsewhere();
    await tryWrong(email, limits.pair.points, address);
    const next = await signIn(email, password, from(address), now);
    expect(next).toMatchObject({ refused: 'too-many' });
    const { seconds } = next as { seconds: number };
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(limits.pair.duration);
  }
});

it('counts tries at once, not only those that have been answered', async () => {
  const nina = await person('Nina');
  const address = elsewhere();
  const tries = await Promise.all(
    Array.from({ length: limits.pair.points * 2 }, () => signIn(nina.email, wrong, from(address), now)),
  );
  expect(tries.filter((one) => 'refused' in one && one.refused === 'no-match')).toHaveLength(
    limits.pair.points,
  );
});

it('forgets the wrong tries of somebody who then signs in', async () => {
  const nina = await person('Nina');
  const address = elsewhere();
  for (let time = 0; time < 3; time++) {
    await tryWrong(nina.email, limits.pair.points - 1, address);
    expect(await signIn(nina.email, password, from(address), now)).toHaveProperty('headers');
  }
});

it('counts a network on all accounts', async () => {
  const nina = await person('Nina');
  const address = elsewhere();
  for (let n = 0; n < limits.address.points; n++) await tryWrong(`person.${n}@northwind.example`, 1, address);
  expect(await signIn(nina.email, password, from(address), now)).toMatchObject({ refused: 'too-many' });
});

it('never keeps a person out of a browser they have signed in with, whatever comes from elsewhere', async () => {
  const nina = await person('Nina');
  const home = elsewhere();
  const device = await deviceOf(await signIn(nina.email, password, from(home), now));

  // From her own network and from many others, until nobody new gets through.
  await tryWrong(nina.email, limits.pair.points + 1, home);
  for (let n = 0; n < limits.account.points / 5; n++) await tryWrong(nina.email, 5, elsewhere());
  expect(await signIn(nina.email, password, from(elsewhere()), now)).toMatchObject({ refused: 'too-many' });

  expect(await signIn(nina.email, password, from(home, device), now)).toHaveProperty('headers');
});

it('a known browser has a count of its own, and only for the account it knows', async () => {
  const [nina, jonas] = [await person('Nina'), await person('Jonas')];
  const device = await deviceOf(await signIn(nina.email, password, from(elsewhere()), now));
  await tryWrong(nina.email, limits.knownDevice.points, elsewhere(), device);
  expect(await signIn(nina.email, password, from(elsewhere(), device), now)).toMatchObject({
    refused: 'too-many',
  });
  expect(await signIn(nina.email, password, from(elsewhere()), now)).toHaveProperty('headers');

  const address = elsewhere();
  await tryWrong(jonas.email, limits.pair.points, address);
  expect(await signIn(jonas.email, password, from(address, device), now)).toMatchObject({
    refused: 'too-many',
  });
});

it('gives a browser a new token at each sign-in, for all who use it', async () => {
  const [nina, jonas] = [await person('Nina'), await person('Jonas')];
  const first = await deviceOf(await signIn(nina.email, password, from(elsewhere()), now));
  const second = await deviceOf(await signIn(jonas.email, password, from(elsewhere(), first), now));
  expect(await knownDeviceKey(first, nina.id)).toBeNull();
  expect(await knownDeviceKey(second, nina.id)).not.toBeNull();
  expect(await knownDeviceKey(second, jonas.id)).not.toBeNull();
});

it('stores what makes a browser known as a hash, which makes none known', async () => {
  const nina = await person('Nina');
  const device = await deviceOf(await signIn(nina.email, password, from(elsewhere()), now));
  const rows = await db.read.select().from(knownDevices).where(eq(knownDevices.personId, nina.id));
  expect(rows.map((row) => row.id)).toEqual([sha256(device!)]);
  expect(await knownDeviceKey(rows[0]!.id, nina.id)).toBeNull();
});

it('a new password by a link opens the account to its owner again, and knows no browser any more', async () => {
  const [olga, nina] = [await somebody('Olga', 'administrator'), await person('Nina')];
  const device = await deviceOf(await signIn(nina.email, password, from(elsewhere()), now));
  for (let n = 0; n <= limits.account.points / 5; n++) await tryWrong(nina.email, 5, elsewhere());
  expect(await signIn(nina.email, password, from(elsewhere()), now)).toMatchObject({ refused: 'too-many' });

  const made = (await makePasswordReset(olga, nina.id, now)) as { token: string };
  await resetPassword(made.token, 'eleven brown herons', now);
  expect(await knownDeviceKey(device, nina.id)).toBeNull();
  expect(await signIn(nina.email, 'eleven brown herons', from(elsewhere()), now)).toHaveProperty('headers');
});

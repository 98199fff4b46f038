import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import {
  makePasswordReset,
  resetPassword,
  withdrawPasswordReset,
} from '#app/accounts/password-resets.server.ts';
import { verifyPassword } from '#app/accounts/password.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { entriesOf, eventsOf, noticesTold, openSessions, password, withPassword } from './known.ts';

const next = 'nine purple badgers';
const opens = async (person: TestPerson, text: string) => {
  const [row] = await db.read.select().from(people).where(eq(people.id, person.id));
  return verifyPassword(row!.passwordHash, text);
};
const linkFor = async (by: TestPerson, person: TestPerson) => {
  const made = await makePasswordReset(by, person.id, now);
  if ('refused' in made) throw new Error(made.refused);
  return made.token;
};

it('sets a new password once; the person is told twice, and both are written down', async () => {
  const [olga, nina] = [await somebody('Olga', 'administrator'), await withPassword(await somebody('Nina'))];
  const token = await linkFor(olga, nina);
  expect(await noticesTold(nina)).toEqual([expect.stringContaining('An administrator made a link to reset')]);
  expect(await opens(nina, password)).toBe(true);
  expect(await openSessions(nina)).toBe(1);

  expect(await resetPassword(token, next, now)).toEqual({ personId: nina.id });
  expect(await opens(nina, next)).toBe(true);
  expect(await opens(nina, password)).toBe(false);
  expect(await openSessions(nina)).toBe(0);
  expect(await noticesTold(nina)).toHaveLength(2);
  expect(await eventsOf(olga)).toEqual(['reset-link-made']);
  expect(await eventsOf(nina)).toEqual(['reset-link-used']);
  expect(JSON.stringify([await entriesOf(olga), await entriesOf(nina)])).not.toContain(token);

  expect(await resetPassword(token, 'a third one altogether', now)).toEqual({ refused: 'dead' });
  expect(await opens(nina, next)).toBe(true);
});

it('works for one of two who use it at once', async () => {
  const [olga, nina] = [await somebody('Olga', 'administrator'), await somebody('Nina')];
  const token = await linkFor(olga, nina);
  const used = await Promise.all([
    resetPassword(token, next, now),
    resetPassword(token, 'a third one altogether', now),
  ]);
  expect(used.filter((one) => 'personId' in one)).toHaveLength(1);
});

it('ends after a day, when another is made, when it is withdrawn, and when the person leaves', async () => {
  const [olga, nina] = [await somebody('Olga', 'administrator'), await withPassword(await somebody('Nina'))];
  await somebody('Petra', 'administrator');
  const dead = { refused: 'dead' };
  expect(await resetPassword(await linkFor(olga, nina), next, now + day)).toEqual(dead);
  const first = await linkFor(olga, nina);
  const second = await linkFor(olga, nina);
  expect(await resetPassword(first, next, now)).toEqual(dead);
  expect(await withdrawPasswordReset(olga, nina.id, now)).toEqual({ withdrawn: true });
  expect(await withdrawPasswordReset(olga, nina.id, now)).toEqual({ withdrawn: false });
  expect(await resetPassword(second, next, now)).toEqual(dead);
  const third = await linkFor(olga, nina);
  await deactivate(olga, nina.id, now);
  expect(await resetPassword(third, next, now)).toEqual(dead);
  expect(await opens(nina, password)).toBe(true);
  expect(await makePasswordReset(olga, nina.id, now)).toEqual({ refused: 'left' });
  expect(await makePasswordReset(olga, 'nobody', now)).toEqual({ refused: 'unknown' });
});

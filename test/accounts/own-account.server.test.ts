import { expect, it } from 'vitest';

import { changePassword, rename } from '#app/accounts/own-account.server.ts';
import { makePasswordReset, resetPassword } from '#app/accounts/password-resets.server.ts';
import { personById } from '#app/accounts/people.server.ts';
import { sha256 } from '#app/accounts/secrets.server.ts';
import { sessionsOf, startSession } from '#app/accounts/session.server.ts';
import { limits } from '#app/accounts/throttle.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { entriesOf, eventsOf, noticesTold, password, withPassword } from './known.ts';

const next = 'nine purple badgers';
const signedIn = async (name: string) => {
  const person = await withPassword(await somebody(name));
  return { ...person, sessionKey: sha256(person.cookie.split('=')[1]!) };
};

it('changes a password, ends the other sessions, tells the person and writes it down', async () => {
  const nina = await signedIn('Nina');
  await startSession(nina.id, 'elsewhere');
  expect(await sessionsOf(nina.id, now)).toHaveLength(2);
  expect(await changePassword(nina, { current: password, next }, now)).toEqual({ changed: true });
  expect((await sessionsOf(nina.id, now)).map((one) => one.key)).toEqual([nina.sessionKey]);
  expect(await eventsOf(nina)).toEqual(['password-changed']);
  expect(await noticesTold(nina)).toEqual([expect.stringContaining('Your password was changed')]);
  expect(await changePassword(nina, { current: password, next: 'a third one altogether' }, now)).toEqual({
    refused: 'wrong',
  });
});

it('asks for the password so far', async () => {
  const nina = await signedIn('Nina');
  expect(await changePassword(nina, { current: 'not the right one', next }, now)).toEqual({
    refused: 'wrong',
  });
  expect(await eventsOf(nina)).toEqual([]);
});

it('of two changes at once, one is made', async () => {
  const nina = await signedIn('Nina');
  const changes = await Promise.all([
    changePassword(nina, { current: password, next }, now),
    changePassword(nina, { current: password, next: 'a third one altogether' }, now),
  ]);
  expect(changes.filter((one) => 'changed' in one)).toHaveLength(1);
});

it('asks to wait after so many wrong tries', async () => {
  const nina = await signedIn('Nina');
  for (let n = 0; n < limits.ownPassword.points; n++)
    await changePassword(nina, { current: 'not the right one', next }, now);
  expect(await changePassword(nina, { current: password, next }, now)).toMatchObject({ refused: 'too-many' });
});

it('ends a reset link that an administrator made before', async () => {
  const [olga, nina] = [await somebody('Olga', 'administrator'), await signedIn('Nina')];
  const { token } = (await makePasswordReset(olga, nina.id, now)) as { token: string };
  await changePassword(nina, { current: password, next }, now);
  expect(await resetPassword(token, 'a third one altogether', now)).toEqual({ refused: 'dead' });
});

it('changes a name, and writes down what it was', async () => {
  const nina = await signedIn('Nina');
  await rename(nina, 'Nina Weber', now);
  await rename(nina, 'Nina Weber', now);
  expect((await personById(nina.id))?.name).toBe('Nina Weber');
  expect(await entriesOf(nina)).toMatchObject([
    { event: 'name-changed', details: { from: 'Nina', to: 'Nina Weber' } },
  ]);
});

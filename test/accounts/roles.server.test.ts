import { expect, it } from 'vitest';

import { deactivate, reactivate } from '#app/accounts/deactivation.server.ts';
import { giveRole, renounceRole, rolesOf } from '#app/accounts/roles.server.ts';
import { hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { entriesOf, eventsOf, openSessions, rolesHeld } from './known.ts';

/** Only these are administrators while a test runs: others of this file leave first. */
let before: TestPerson[] = [];
async function administrators(...names: string[]): Promise<TestPerson[]> {
  const fresh: TestPerson[] = [];
  for (const name of names) fresh.push(await somebody(name, 'administrator'));
  for (const old of before) await renounceRole(fresh[0]!, old.id, 'administrator', now);
  before = fresh;
  return fresh;
}

it('is given and ended by a row with who and when', async () => {
  const [olga] = (await administrators('Olga')) as [TestPerson];
  const nina = await somebody('Nina');
  expect(await giveRole(olga, nina.id, 'organiser', now)).toEqual({ given: true, name: 'Nina' });
  expect(await rolesHeld(nina)).toEqual(['organiser']);
  expect(await renounceRole(olga, nina.id, 'organiser', now + hour)).toEqual({ name: 'Nina' });
  expect(await rolesHeld(nina)).toEqual([]);
  expect(await rolesOf(nina.id)).toEqual([
    { role: 'organiser', assumedAt: now, assumedBy: 'Olga', renouncedAt: now + hour, renouncedBy: 'Olga' },
  ]);
  expect((await entriesOf(olga)).filter((one) => one.subjectId === nina.id)).toMatchObject([
    { event: expect.stringMatching(/^role-/), details: { role: 'organiser' } },
    { event: expect.stringMatching(/^role-/), details: { role: 'organiser' } },
  ]);
});

it('is held once, also when it is given twice at once', async () => {
  const [olga] = (await administrators('Olga')) as [TestPerson];
  const nina = await somebody('Nina');
  await Promise.all([
    giveRole(olga, nina.id, 'organiser', now),
    giveRole(olga, nina.id, 'organiser', now),
    giveRole(olga, nina.id, 'organiser', now),
  ]);
  expect(await rolesHeld(nina)).toEqual(['organiser']);
  expect((await eventsOf(olga)).filter((event) => event === 'role-given')).toHaveLength(1);
});

it('is given to nobody who left or never was', async () => {
  const [olga] = (await administrators('Olga')) as [TestPerson];
  const nina = await somebody('Nina');
  await deactivate(olga, nina.id, now);
  expect(await giveRole(olga, nina.id, 'organiser', now)).toEqual({ refused: 'left' });
  expect(await giveRole(olga, 'nobody', 'organiser', now)).toEqual({ refused: 'unknown' });
  expect(await renounceRole(olga, nina.id, 'organiser', now)).toEqual({ refused: 'not-held' });
});

it('the last administrator stays one', async () => {
  const [olga] = (await administrators('Olga')) as [TestPerson];
  expect(await renounceRole(olga, olga.id, 'administrator', now)).toEqual({ refused: 'last-administrator' });
  expect(await rolesHeld(olga)).toEqual(['administrator']);
});

it('of two administrators who end each other’s role at once, one stays', async () => {
  const [olga, petra] = (await administrators('Olga', 'Petra')) as [TestPerson, TestPerson];
  await Promise.all([
    renounceRole(olga, petra.id, 'administrator', now),
    renounceRole(petra, olga.id, 'administrator', now),
  ]);
  expect([...(await rolesHeld(olga)), ...(await rolesHeld(petra))]).toEqual(['administrator']);
});

it('of two administrators who deactivate each other at once, one stays', async () => {
  const [olga, petra] = (await administrators('Olga', 'Petra')) as [TestPerson, TestPerson];
  const done = await Promise.all([deactivate(olga, petra.id, now), deactivate(petra, olga.id, now)]);
  expect(done).toContainEqual({ deactivated: true });
  expect(done).toContainEqual({ refused: 'last-administrator' });
  const [stays, left] = 'deactivated' in done[0] ? [olga, petra] : [petra, olga];
  expect([await openSessions(stays), await openSessions(left)]).toEqual([1, 0]);
  expect(await reactivate(stays, left.id, now)).toEqual({ reactivated: true });
});

it('an administrator who left does not count', async () => {
  const [olga, petra] = (await administrators('Olga', 'Petra')) as [TestPerson, TestPerson];
  await deactivate(olga, petra.id, now);
  expect(await renounceRole(olga, olga.id, 'administrator', now)).toEqual({ refused: 'last-administrator' });
  await reactivate(olga, petra.id, now);
  expect(await renounceRole(olga, olga.id, 'administrator', now)).toEqual({ name: 'Olga' });
});

it('deactivation ends every session, and can be taken back', async () => {
  const [olga] = (await administrators('Olga')) as [TestPerson];
  const nina = await somebody('Nina', 'organiser');
  expect(await openSessions(nina)).toBe(1);
  expect(await deactivate(olga, nina.id, now)).toEqual({ deactivated: true });
  expect(await openSessions(nina)).toBe(0);
  expect(await deactivate(olga, nina.id, now)).toEqual({ deactivated: false });
  expect(await reactivate(olga, nina.id, now)).toEqual({ reactivated: true });
  expect(await rolesHeld(nina)).toEqual(['organiser']);
  const told = (await entriesOf(olga)).filter((one) => one.subjectId === nina.id).map((one) => one.event);
  expect(told.sort()).toEqual(['deactivated', 'reactivated']);
});

it('nobody deactivates themself', async () => {
  const [olga] = (await administrators('Olga', 'Petra')) as [TestPerson];
  expect(await deactivate(olga, olga.id, now)).toEqual({ refused: 'oneself' });
  expect(await deactivate(olga, 'nobody', now)).toEqual({ refused: 'unknown' });
});

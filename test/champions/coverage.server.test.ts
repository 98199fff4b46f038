import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { coverageCsv } from '#app/champions/coverage-csv.server.ts';
import { coverageFilter } from '#app/champions/coverage-filter.ts';
import { hoursTogether } from '#app/champions/coverage-hours.server.ts';
import { coverage, coverageOfSquad } from '#app/champions/coverage.server.ts';
import { giveWaiver, restoreWaiver, waiversOf, withdrawWaiver } from '#app/champions/waivers.server.ts';
import { removeMember } from '#app/squads/members.server.ts';
import { archiveSquad } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { coverageWaivers, enrolments, hoursReports } from '#db/schema/champions.ts';
import { squadRoles, squads } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { enrolled, knows } from './coverage-known.ts';

// Accounts are closed below; the last administrator's could not be.
beforeAll(() => somebody('Ines', 'administrator'));

const stated = (squad: { id: string }, change: Partial<typeof squads.$inferInsert>) =>
  db.write((tx) => tx.update(squads).set(change).where(eq(squads.id, squad.id)));
const people = (...names: string[]) => Promise.all(names.map((name) => somebody(name)));
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

it('counts developers from members where nobody has stated them, and notices who leaves', async () => {
  const [olga, nina, tom] = (await people('Olga', 'Nina', 'Tom')) as [TestPerson, TestPerson, TestPerson];
  const squad = await squadOf('Payments', olga, nina, tom);
  const developers = async () => (await coverageOfSquad(squad.id, now))!.developers;
  expect(await developers()).toBe(3);
  await removeMember(olga, squad.id, nina.id, now);
  expect(await developers()).toBe(2);
  await deactivate(olga, tom.id, now);
  expect(await developers()).toBe(1);
  await stated(squad, { developers: 20 });
  expect(await developers()).toBe(20);
  await archiveSquad(olga, squad.id, now);
  expect(await coverageOfSquad(squad.id, now)).toBeNull();
});

it('is vacant since the last champion stopped or left, however many there were before', async () => {
  const [amara, jonas, mara] = (await people('Amara', 'Jonas', 'Mara')) as [
    TestPerson,
    TestPerson,
    TestPerson,
  ];
  const squad = await squadOf('Ledger', amara, jonas, mara);
  await stated(squad, { createdAt: now - 400 * day });
  const vacancy = async () => (await coverageOfSquad(squad.id, now))!.vacancy;
  expect(await vacancy()).toEqual({ since: now - 400 * day, days: 400 });
  // An application that was declined is no time served.
  await enrolled(amara, squad, { state: 'declined', endedAt: now - 2 * day });
  await enrolled(amara, squad, { state: 'stepped-down', endedAt: now - 90 * day });
  await enrolled(jonas, squad, { state: 'stepped-down', endedAt: now - 30 * day });
  expect(await vacancy()).toEqual({ since: now - 30 * day, days: 30 });
  const serving = await enrolled(mara, squad);
  expect(await vacancy()).toBeNull();
  await deactivate(amara, mara.id, now - 5 * day);
  expect(await vacancy()).toEqual({ since: now - 5 * day, days: 5 });
  await db.write((tx) => tx.delete(enrolments).where(eq(enrolments.id, serving)));
  expect((await vacancy())!.days).toBe(30);
});

it('counts who serve, who are on their way, and whose hours nobody has agreed', async () => {
  const [nina, petra, wei] = (await people('Nina', 'Petra', 'Wei')) as [TestPerson, TestPerson, TestPerson];
  const squad = await squadOf('Checkout', nina, petra, wei);
  await enrolled(nina, squad, { hoursPerMonth: null });
  await enrolled(petra, squad, { state: 'onboarding' });
  await enrolled(wei, squad, { state: 'applied' });
  expect(await coverageOfSquad(squad.id, now)).toMatchObject({
    champions: 1,
    withoutTime: 1,
    onboarding: 1,
    successor: 'onboarding',
    state: 'covered',
  });
  expect((await coverage(now)).withoutTime).toBe(1);
});

it('a waiver counts until its day is over, is withdrawn and stands again', async () => {
  const olga = await somebody('Olga', 'organiser');
  const nina = await somebody('Nina');
  const squad = await squadOf('Routing', nina);
  const draft = {
    policy: 'per-squad' as const,
    reason: 'It is being wound up.',
    until: dayOf(now + 9 * day),
  };
  const state = async (at = now) => (await coverageOfSquad(squad.id, at))!.state;

  expect(await giveWaiver(olga, squad.id, { ...draft, until: dayOf(now - 2 * day) }, now)).toEqual({
    refused: 'past',
  });
  expect(await giveWaiver(olga, squad.id, { ...draft, until: dayOf(now + 400 * day) }, now)).toEqual({
    refused: 'too-long',
  });
  expect(await giveWaiver(olga, newId(), draft, now)).toEqual({ refused: 'unknown' });
  expect(await state()).toBe('without');

  const twice = await Promise.all([
    giveWaiver(olga, squad.id, draft, now),
    giveWaiver(olga, squad.id, draft, now),
  ]);
  expect(twice.filter((one) => 'refused' in one)).toEqual([{ refused: 'already' }]);
  const { id } = twice.find((one) => 'id' in one) as { id: string };
  const [kept] = await db.read.select().from(coverageWaivers).where(eq(coverageWaivers.id, id));
  expect(kept).toMatchObject({ givenBy: olga.id, givenAt: now, withdrawnAt: null });
  expect(await state()).toBe('waived');
  expect(await state(now + 9 * day)).toBe('waived');
  expect(await state(now + 11 * day)).toBe('without');

  await withdrawWaiver(olga, id, now + 1);
  await withdrawWaiver(olga, id, now + 2);
  expect(await state()).toBe('without');
  expect((await waiversOf(olga, squad.id, now))[0]).toMatchObject({ withdrawnAt: now + 1, stands: false });
  expect(await restoreWaiver(id, now)).toMatchObject({ squadId: squad.id });
  expect(await state()).toBe('waived');

  await withdrawWaiver(olga, id, now);
  const other = (await giveWaiver(olga, squad.id, draft, now)) as { id: string };
  expect(other).toHaveProperty('id');
  expect(await restoreWaiver(id, now)).toMatchObject({ refused: 'already' });
  expect(await restoreWaiver(newId(), now)).toBeNull();
});

it('the reason of a waiver is for organisers and the squad’s own people', async () => {
  const [olga, tom] = [await somebody('Olga', 'organiser'), await somebody('Tom')];
  const [nina, wei] = (await people('Nina', 'Wei')) as [TestPerson, TestPerson];
  const squad = await squadOf('Mobile', nina);
  await enrolled(wei, squad);
  const until = dayOf(now + day);
  await giveWaiver(
    olga,
    squad.id,
    { policy: 'per-developers', reason: 'Half of it moves away.', until },
    now,
  );
  const read = async (viewer: TestPerson) => (await waiversOf(viewer, squad.id, now))[0]!.reason;
  expect(await Promise.all([olga, nina, wei].map(read))).toEqual(Array(3).fill('Half of it moves away.'));
  expect(await read(tom)).toBeNull();
  await removeMember(olga, squad.id, nina.id, now);
  expect(await read(nina)).toBeNull();
  const role = (endsAt: number) => ({
    id: newId(),
    squadId: squad.id,
    personId: tom.id,
    role: 'embedded' as const,
    assumedAt: now - day,
    endsAt,
  });
  await db.write((tx) => tx.insert(squadRoles).values(role(now - 1)));
  expect(await read(tom)).toBeNull();
  await db.write((tx) => tx.insert(squadRoles).values(role(now + day)));
  expect(await read(tom)).toContain('Half of it');
});

it('counts a specialism once for each champion who knows it', async () => {
  const [nina, petra, wei, tom] = (await people('Nina', 'Petra', 'Wei', 'Tom')) as TestPerson[];
  const [one, other] = [await squadOf('Depots', nina!), await squadOf('Parcels', petra!)];
  await enrolled(nina!, one);
  await enrolled(nina!, other);
  await enrolled(petra!, other);
  await enrolled(wei!, one, { state: 'onboarding' });
  for (const person of [nina!, petra!, wei!, tom!]) await knows(person, 'privacy');
  await knows(petra!, 'cloud', now);
  const known = async () =>
    Object.fromEntries((await coverage(now)).specialisms.map(({ key, champions }) => [key, champions]));
  expect(await known()).toMatchObject({ privacy: 2, cloud: 0 });
});

it('hours are told together, for five people or more', async () => {
  const squad = await squadOf('Tracking');
  const report = async (name: string, quarters: number) => {
    const enrolmentId = await enrolled(await somebody(name), squad);
    const month = new Date(Date.UTC(new Date(now).getUTCFullYear(), new Date(now).getUTCMonth() - 1, 15));
    await db.write((tx) =>
      tx.insert(hoursReports).values({
        id: newId(),
        enrolmentId,
        month: month.toISOString().slice(0, 7),
        quarters,
        reportedAt: now,
      }),
    );
  };
  for (const name of ['Ada', 'Ben', 'Cem', 'Dora']) await report(name, 10);
  expect(await hoursTogether(now)).toBeNull();
  await report('Eve', 20);
  expect(await hoursTogether(now)).toMatchObject({ told: 5, reported: 15 });
});

it('goes out as CSV in which no cell is a formula, narrowed like the page', async () => {
  const squad = await squadOf('=HYPERLINK("https://evil.example","Pay, now")', await somebody('Nina'));
  await stated(squad, { area: '+Money', criticality: 1 });
  const csv = await coverageCsv(coverageFilter.parse({ area: '+Money' }), now);
  const lines = csv.trimEnd().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\uFEFFSquad,Area,/);
  expect(lines[1]).toContain(`"'=HYPERLINK(""https://evil.example"",""Pay, now"")",'+Money,Critical,1,0,0,`);
});

import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { changeSquad, editedSquad } from '#app/squads/changing.server.ts';
import { endSquadRole, giveSquadRole, resumeSquadRole, squadsCalled } from '#app/squads/giving.server.ts';
import { lineManagerOf, managersOfPerson, nameManager } from '#app/squads/managers.server.ts';
import { holdersPage, squadRolesOf } from '#app/squads/role-lists.server.ts';
import { advocatesOf, developersOf, rolesInSquad, squadsManagedBy } from '#app/squads/squad-roles.server.ts';
import { db } from '#db/database.server.ts';
import { auditEntries } from '#db/schema/accounts.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let olga: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'administrator');
  await somebody('Petra', 'administrator');
});
const asking = (personId: string, squadIds: string[]) => ({ personId, squadIds, from: now, endsAt: null });
const named = (rows: { name: string }[]) => rows.map(({ name }) => name);

it('a squad has one manager: who is named follows who was, and both are written down', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  const squad = await squadOf('Payments');
  await giveSquadRole(olga, { role: 'manager', ...asking(nina.id, [squad.id]) }, now);
  await giveSquadRole(olga, { role: 'manager', ...asking(jonas.id, [squad.id]) }, now + day);
  expect(named(await rolesInSquad(squad.id, now + day))).toEqual(['Jonas']);
  expect(named(await squadsManagedBy(jonas.id))).toEqual(['Payments']);
  expect(await squadsManagedBy(nina.id)).toEqual([]);
  expect(await squadRolesOf(nina.id)).toMatchObject([{ until: now + day, endedBy: 'Olga', givenBy: 'Olga' }]);
  const told = await db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, nina.id));
  expect(told.map(({ event }) => event).sort()).toEqual(['squad-role-ended', 'squad-role-given']);
});

it('an embedded engineer’s time ends by itself', async () => {
  const nina = await somebody('Nina');
  const squad = await squadOf('Search');
  const wanted = { role: 'embedded' as const, personId: nina.id, squadIds: [squad.id] };
  expect(await giveSquadRole(olga, { ...wanted, from: now, endsAt: now - 1 }, now)).toEqual({
    refused: 'ends-before',
  });
  await giveSquadRole(olga, { ...wanted, from: now + day, endsAt: now + 3 * day }, now);
  expect(await rolesInSquad(squad.id, now)).toEqual([]);
  expect(named(await rolesInSquad(squad.id, now + 2 * day))).toEqual(['Nina']);
  expect(await rolesInSquad(squad.id, now + 3 * day)).toEqual([]);
  expect((await holdersPage('embedded', false, null, now + 2 * day)).holders).toHaveLength(1);
  const { holders } = await holdersPage('embedded', true, null, now + 3 * day);
  expect(holders).toMatchObject([{ name: 'Nina', until: now + 3 * day, endedBy: null }]);
  expect(await endSquadRole(olga, holders[0]!.id, now + 4 * day)).toBeNull();
  expect(
    await giveSquadRole(olga, { ...wanted, from: now + 5 * day, endsAt: null }, now + 5 * day),
  ).toMatchObject({ given: 1 });
});

it('an advocate comes with the eleventh squad, for a set of squads', async () => {
  const nina = await somebody('Nina');
  const squads = [await squadOf('Alpha'), await squadOf('Beta')];
  const wanted = {
    role: 'advocate' as const,
    ...asking(
      nina.id,
      squads.map(({ id }) => id),
    ),
  };
  expect(await giveSquadRole(olga, wanted, now)).toEqual({ refused: 'too-few-squads' });
  for (let n = 0; n < 11; n++) await squadOf(`Squad ${n}`);
  expect(await giveSquadRole(olga, wanted, now)).toEqual({ given: 2, name: 'Nina' });
  expect(await giveSquadRole(olga, wanted, now)).toEqual({ given: 0, name: 'Nina' });
  expect(named(await advocatesOf(squads[1]!.id))).toEqual(['Nina']);
  const jonas = await somebody('Jonas');
  await giveSquadRole(olga, { ...wanted, personId: jonas.id, from: now + 1 }, now + 1);
  expect(named(await advocatesOf(squads[1]!.id))).toEqual(['Nina', 'Jonas']);
});

it('an ended role goes on after all, unless somebody else has it by now', async () => {
  const [nina, jonas] = [await somebody('Nina'), await somebody('Jonas')];
  const squad = await squadOf('Ledger');
  await giveSquadRole(olga, { role: 'product-owner', ...asking(nina.id, [squad.id]) }, now);
  const [role] = await rolesInSquad(squad.id, now);
  expect(await endSquadRole(olga, role!.id, now + 1)).toMatchObject({ name: 'Nina' });
  expect(await endSquadRole(olga, role!.id, now + 2)).toBeNull();
  expect(await resumeSquadRole(olga, role!.id, now + 3)).toMatchObject({ squad: 'Ledger' });
  expect(named(await rolesInSquad(squad.id, now + 4))).toEqual(['Nina']);
  await endSquadRole(olga, role!.id, now + 5);
  await giveSquadRole(olga, { role: 'product-owner', ...asking(jonas.id, [squad.id]) }, now + 6);
  expect(await resumeSquadRole(olga, role!.id, now + 7)).toEqual({ refused: 'taken' });
});

it('giving a role makes an edit that was begun before stale', async () => {
  const nina = await somebody('Nina');
  const squad = await squadOf('Orders');
  const seen = (await editedSquad(squad.id))!;
  await giveSquadRole(olga, { role: 'manager', ...asking(nina.id, [squad.id]) }, now);
  const facts = { name: 'Orders', area: null, developers: null, criticality: null };
  const late = { ...facts, managerId: null, productOwnerId: null };
  expect(await changeSquad(olga, squad.id, seen.version, late, now)).toMatchObject({
    refused: 'stale',
    now: { manager: { name: 'Nina' } },
  });
  expect(named(await squadsManagedBy(nina.id))).toEqual(['Orders']);
});

it('developers are as stated, else the members who are here', async () => {
  const [nina, jonas, gone] = [await somebody('Nina'), await somebody('Jonas'), await somebody('Gustav')];
  const [counted, stated] = [await squadOf('Counted', nina, jonas, gone), await squadOf('Stated', nina)];
  await deactivate(olga, gone.id, now);
  const facts = { name: 'Stated', area: null, developers: 12, criticality: 2 };
  await changeSquad(olga, stated.id, 1, { ...facts, managerId: null, productOwnerId: null }, now);
  expect(await developersOf([counted.id, stated.id, 'none'])).toEqual(
    new Map([
      [counted.id, { developers: 2, stated: false }],
      [stated.id, { developers: 12, stated: true }],
    ]),
  );
});

it('a person’s managers are who was named, else who manages their squads; never themself', async () => {
  const [nina, mara, jonas] = [await somebody('Nina'), await somebody('Mara'), await somebody('Jonas')];
  const squad = await squadOf('Identity', nina, mara);
  expect(await managersOfPerson(nina.id)).toEqual([]);
  await giveSquadRole(olga, { role: 'manager', ...asking(mara.id, [squad.id]) }, now);
  expect(named(await managersOfPerson(nina.id))).toEqual(['Mara']);
  expect(await managersOfPerson(mara.id)).toEqual([]);
  expect(await nameManager(olga, nina.id, { managerId: jonas.id, before: null }, now)).toEqual({
    name: 'Jonas',
  });
  expect(named(await managersOfPerson(nina.id))).toEqual(['Jonas']);

  expect(await nameManager(olga, nina.id, { managerId: nina.id, before: jonas.id }, now)).toEqual({
    refused: 'oneself',
  });
  expect(await nameManager(olga, nina.id, { managerId: mara.id, before: null }, now)).toMatchObject({
    refused: 'stale',
    now: { name: 'Jonas' },
  });
  await deactivate(olga, jonas.id, now);
  expect(named(await managersOfPerson(nina.id))).toEqual(['Mara']);
  expect(await nameManager(olga, nina.id, { managerId: jonas.id, before: null }, now)).toEqual({
    refused: 'nobody',
  });
  expect(await nameManager(olga, nina.id, { managerId: null, before: null }, now)).toEqual({ name: null });
  expect(await lineManagerOf(nina.id)).toBeNull();
});

it('squads are named whatever their case', async () => {
  const squad = await squadOf('Überweisung');
  expect(await squadsCalled(['ÜBERWEISUNG', 'none such'])).toEqual({
    found: [squad],
    unknown: ['none such'],
  });
});

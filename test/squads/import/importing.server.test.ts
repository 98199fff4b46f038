import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { acceptInvitation, invite } from '#app/accounts/invitations.server.ts';
import { carryOut, planOf, seenIn, tableOf } from '#app/squads/import/importing.server.ts';
import { countsOf } from '#app/squads/import/plan.ts';
import { keepPreview, previewOf } from '#app/squads/import/previews.server.ts';
import type { Table } from '#app/squads/import/table.ts';
import { lineManagerOf } from '#app/squads/managers.server.ts';
import { addMember, membersOf, timesOf } from '#app/squads/members.server.ts';
import { rolesInSquad } from '#app/squads/squad-roles.server.ts';
import { squadsPage } from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { auditEntries, people } from '#db/schema/accounts.ts';
import { managers, squadMembers, squadRoles } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

let olga: TestPerson;
beforeAll(async () => {
  olga = await somebody('Olga', 'administrator');
  await somebody('Petra', 'administrator');
});
const table = (kind: 'people' | 'squads', ...lines: string[]) => tableOf(kind, lines.join('\n')) as Table;
const bring = (kind: 'people' | 'squads', of: Table, more: { seen?: string } = {}, at = now) =>
  carryOut(kind, of, { by: olga, ...more }, at);
const byEmail = async (email: string) =>
  (await db.read.select().from(people).where(eq(people.email, email)))[0]!;
const everything = async () =>
  Promise.all([people, squadMembers, managers, squadRoles, auditEntries].map((one) => db.read.$count(one)));

it('people are made, changed and left alone; the same file again changes nothing', async () => {
  const [payments, search] = [await squadOf('Payments'), await squadOf('Search')];
  const nina = await somebody('Nina');
  await addMember(olga, search.id, nina.id, now);
  const file = table(
    'people',
    'email,name,squads,manager',
    `${nina.email},Nina Berg,payments,boss@northwind.example`,
    'boss@northwind.example,Bo Olsen,,',
    'broken,No Address,,',
  );
  const done = await bring('people', file, {}, now + day);
  expect(done).toMatchObject({ counts: { new: 1, changed: 1, unchanged: 0, unread: 1 } });
  expect(await byEmail(nina.email)).toMatchObject({ id: nina.id, name: 'Nina Berg' });
  expect(await byEmail('boss@northwind.example')).toMatchObject({ name: 'Bo Olsen', passwordHash: '' });
  expect(await lineManagerOf(nina.id)).toMatchObject({ name: 'Bo Olsen', since: now + day });
  expect((await timesOf(nina.id)).map(({ squadId, from, until }) => [squadId, from, until])).toEqual([
    [payments.id, now + day, null],
    [search.id, now, now + day],
  ]);
  const before = await everything();
  expect(await bring('people', file, {}, now + 2 * day)).toMatchObject({
    counts: { new: 0, changed: 0, unchanged: 2, unread: 1 },
  });
  expect(await everything()).toEqual(before);
  const told = await db.read.select().from(auditEntries).where(eq(auditEntries.subjectId, nina.id));
  expect(told.map(({ event }) => event).sort()).toEqual(
    ['squad-member-added', 'squad-member-added', 'squad-member-removed'].sort(),
  );
});

it('nobody is touched by not being in the file, nor brought back by being in it', async () => {
  const [here, gone] = [await somebody('Here'), await somebody('Gone')];
  await deactivate(olga, gone.id, now);
  const done = await bring(
    'people',
    table('people', 'email,name', `${gone.email},Gone Again`, 'x@northwind.example,X'),
  );
  expect(done).toMatchObject({ counts: { new: 1, unread: 1 } });
  expect((await byEmail(gone.email)).name).toBe('Gone');
  expect((await byEmail(here.email)).deactivatedAt).toBeNull();
});

it('what somebody changed since the preview is not overwritten', async () => {
  const nina = await somebody('Nina');
  const file = table('people', 'email,name', `${nina.email},Nina Berg`);
  const seen = seenIn(await planOf('people', file));
  await db.write((tx) => tx.update(people).set({ name: 'Nina Holm' }).where(eq(people.id, nina.id)));
  expect(await bring('people', file, { seen })).toEqual({ refused: 'stale' });
  expect((await byEmail(nina.email)).name).toBe('Nina Holm');
  const again = seenIn(await planOf('people', file));
  expect(await bring('people', file, { seen: again })).toMatchObject({ counts: { changed: 1 } });
  expect((await byEmail(nina.email)).name).toBe('Nina Berg');
});

it('two who import the same file at once make everybody once', async () => {
  const file = table('people', 'email,name', 'twice@northwind.example,Twice');
  const seen = seenIn(await planOf('people', file));
  const done = await Promise.all([bring('people', file, { seen }), bring('people', file, { seen })]);
  expect(done.filter((one) => 'refused' in one)).toHaveLength(1);
  expect(await db.read.$count(people, eq(people.email, 'twice@northwind.example'))).toBe(1);
});

it('who was imported comes in by an invitation, into the same account', async () => {
  const squad = await squadOf('Catalogue');
  await bring('people', table('people', 'email,name,squads', 'new@northwind.example,New Hand,Catalogue'));
  const made = await byEmail('new@northwind.example');
  const invited = (await invite(olga, 'new@northwind.example', now)) as { token: string };
  const choice = { name: 'Newton Hand', password: 'correct horse battery staple' };
  expect(await acceptInvitation(invited.token, choice, now)).toEqual({ personId: made.id });
  expect((await membersOf(squad.id)).map(({ name }) => name)).toEqual(['Newton Hand']);
  expect(await invite(olga, 'new@northwind.example', now)).toEqual({ refused: 'here' });
});

it('an organiser’s link leads into no imported account, not even one from before', async () => {
  const petra = await somebody('Petra', 'organiser');
  const early = (await invite(petra, 'early@northwind.example', now)) as { token: string };
  await bring('people', table('people', 'email,name', 'early@northwind.example,Early Bird'));
  expect(await invite(petra, 'early@northwind.example', now)).toEqual({ refused: 'here' });
  const choice = { name: 'Not Early', password: 'correct horse battery staple' };
  expect(await acceptInvitation(early.token, choice, now)).toEqual({ refused: 'here' });
  expect(await byEmail('early@northwind.example')).toMatchObject({ name: 'Early Bird', passwordHash: '' });
});

it('squads are made and changed, with who manages and owns them; again changes nothing', async () => {
  const [mara, jonas] = [await somebody('Mara'), await somebody('Jonas')];
  const squad = await squadOf('Orders');
  const file = table(
    'squads',
    'name;area;developers;criticality;manager;product owner',
    `ORDERS;Shop;12;high;${mara.email};${jonas.email}`,
    `Returns;Shop;;4;${mara.email};`,
    'Broken;;twelve;;;',
    `Nameless;;;;nobody@northwind.example;`,
  );
  expect(await bring('squads', file)).toMatchObject({ counts: { new: 1, changed: 1, unread: 2 } });
  const roles = (await rolesInSquad(squad.id, now)).map(({ role, name }) => [role, name]);
  expect(roles).toEqual([
    ['manager', 'Mara'],
    ['product-owner', 'Jonas'],
  ]);
  const shop = (await squadsPage({ area: 'Shop' })).squads;
  expect(shop.map(({ name, criticality }) => [name, criticality])).toEqual([
    ['Orders', 2],
    ['Returns', 4],
  ]);
  const before = await everything();
  expect(await bring('squads', file)).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 2 } });
  expect(await everything()).toEqual(before);
  const other = table('squads', 'name,manager', `Orders,${jonas.email}`);
  expect(await bring('squads', other, {}, now + day)).toMatchObject({ counts: { changed: 1 } });
  expect((await rolesInSquad(squad.id, now + day)).map(({ name }) => name)).toEqual(['Jonas', 'Jonas']);
  expect(
    await db.read.$count(squadRoles, and(eq(squadRoles.squadId, squad.id), isNull(squadRoles.renouncedAt))),
  ).toBe(2);
});

it('a preview is its maker’s alone, one at a time, and for a day', async () => {
  const petra = await somebody('Petra', 'organiser');
  const file = { text: 'email,name\na@x.example,A', encoding: 'UTF-8', fileName: 'a.csv' };
  const first = (await keepPreview('people', file, olga, now)) as { id: string };
  expect(await previewOf('people', first.id, petra)).toBeNull();
  expect(await previewOf('squads', first.id, olga)).toBeNull();
  const second = (await keepPreview('people', file, olga, now)) as { id: string };
  expect(await previewOf('people', first.id, olga)).toBeNull();
  expect(await previewOf('people', second.id, olga)).toMatchObject({ text: file.text });
  await keepPreview('people', file, petra, now + 2 * day);
  expect(await previewOf('people', second.id, olga)).toBeNull();
});

it('counts what it would do', async () => {
  const plan = await planOf('people', table('people', 'email,name', 'z@northwind.example,Z', 'broken,B'));
  expect(countsOf(plan)).toEqual({ new: 1, changed: 0, unchanged: 0, unread: 1 });
});

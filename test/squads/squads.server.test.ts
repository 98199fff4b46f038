import { and, asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { auditSentence } from '#app/accounts/audit.ts';
import { deactivate } from '#app/accounts/deactivation.server.ts';
import { addMember, membersOf, removeMember } from '#app/squads/members.server.ts';
import { changeSquad, editedSquad } from '#app/squads/changing.server.ts';
import {
  archiveSquad,
  createSquad,
  openSquads,
  squadById,
  squadsOf,
  squadsPage,
  unarchiveSquad,
} from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { auditEntries } from '#db/schema/accounts.ts';
import { squadMembers } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf } from '#test/support/people.ts';

const rowsOf = (squad: { id: string }, person: { id: string }) =>
  db.read
    .select({
      joinedAt: squadMembers.joinedAt,
      joinedBy: squadMembers.joinedBy,
      leftAt: squadMembers.leftAt,
      leftBy: squadMembers.leftBy,
    })
    .from(squadMembers)
    .where(and(eq(squadMembers.squadId, squad.id), eq(squadMembers.personId, person.id)))
    .orderBy(asc(squadMembers.joinedAt));
const writtenBy = async (actor: { id: string }) =>
  (
    await db.read
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.actorId, actor.id))
      .orderBy(asc(auditEntries.at))
  ).map(({ event, subjectId, details }) => ({ event, subjectId, details }));
const names = (list: { name: string }[]) => list.map((one) => one.name);

it('is made once under a name, whatever its upper and lower case, also by five at once', async () => {
  const olga = await somebody('Olga', 'organiser');
  const spellings = ['Überweisung', 'überweisung', 'ÜBERWEISUNG', 'ÜberWeisung', 'Überweisung'];
  const made = await Promise.all(spellings.map((name) => createSquad(olga, name, now)));
  expect(made.filter((one) => 'id' in one)).toHaveLength(1);
  expect(made.filter((one) => 'refused' in one)).toHaveLength(4);
  expect(await createSquad(olga, 'überweisung', now)).toEqual({ refused: 'taken' });
});

const asItIs = { area: null, developers: null, criticality: null, managerId: null, productOwnerId: null };
const renamed = async (by: Parameters<typeof changeSquad>[0], id: string, name: string, at = now) => {
  const { version } = (await editedSquad(id))!;
  return changeSquad(by, id, version, { ...asItIs, name }, at);
};

it('is renamed, but not to what another is called', async () => {
  const olga = await somebody('Olga', 'organiser');
  const [search, billing] = [await squadOf('Search'), await squadOf('Billing')];
  expect(await renamed(olga, search.id, 'BILLING')).toEqual({ refused: 'taken' });
  expect(await renamed(olga, search.id, 'SEARCH')).toMatchObject({ before: { name: 'Search' } });
  expect((await squadById(search.id))?.name).toBe('SEARCH');
  expect(await changeSquad(olga, 'none', 1, { ...asItIs, name: 'x' }, now)).toEqual({ refused: 'unknown' });
  await archiveSquad(olga, billing.id, now);
  expect(await renamed(olga, search.id, 'Billing')).toEqual({ refused: 'taken' });
});

it('is put away with its people, and comes back as it was', async () => {
  const [olga, nina] = [await somebody('Olga', 'organiser'), await somebody('Nina')];
  const legacy = await squadOf('Legacy', nina);
  await archiveSquad(olga, legacy.id, now);
  await archiveSquad(olga, legacy.id, now + day);
  expect((await squadById(legacy.id))?.archivedAt).toBe(now);
  expect(names(await openSquads())).not.toContain('Legacy');
  expect(names(await squadsOf(nina.id))).toEqual([]);
  expect(names((await squadsPage({ archived: true })).squads)).toContain('Legacy');
  await unarchiveSquad(olga, legacy.id, now);
  expect(names(await openSquads())).toContain('Legacy');
  expect(names(await squadsOf(nina.id))).toEqual(['Legacy']);
});

it('has a person once, also when two add them at once', async () => {
  const [olga, nina] = [await somebody('Olga', 'organiser'), await somebody('Nina')];
  const payments = await squadOf('Payments');
  const added = await Promise.all([1, 2, 3].map(() => addMember(olga, payments.id, nina.id, now)));
  expect(added.filter((one) => 'added' in one && one.added)).toHaveLength(1);
  expect(await rowsOf(payments, nina)).toEqual([
    { joinedAt: now, joinedBy: olga.id, leftAt: null, leftBy: null },
  ]);
  expect(await writtenBy(olga)).toHaveLength(1);
  expect(names(await membersOf(payments.id))).toEqual(['Nina']);
});

it('keeps who was in it and who saw to that; who comes again has a second time', async () => {
  const [olga, petra] = [await somebody('Olga', 'organiser'), await somebody('Petra', 'organiser')];
  const nina = await somebody('Nina');
  const squad = await squadOf('Checkout');
  await addMember(olga, squad.id, nina.id, now);
  expect(await removeMember(petra, squad.id, nina.id, now + day)).toEqual({ name: 'Nina' });
  expect(await removeMember(petra, squad.id, nina.id, now + day)).toBeNull();
  expect(await removeMember(petra, 'none', nina.id, now + day)).toBeNull();
  expect(await membersOf(squad.id)).toEqual([]);

  await addMember(petra, squad.id, nina.id, now + 2 * day);
  expect(await rowsOf(squad, nina)).toEqual([
    { joinedAt: now, joinedBy: olga.id, leftAt: now + day, leftBy: petra.id },
    { joinedAt: now + 2 * day, joinedBy: petra.id, leftAt: null, leftBy: null },
  ]);
  expect(await membersOf(squad.id)).toHaveLength(1);
});

it('an organiser who adds themself, reads and leaves is found in the audit', async () => {
  const olga = await somebody('Olga', 'organiser');
  const secret = await squadOf('Investigation');
  await addMember(olga, secret.id, olga.id, now);
  await removeMember(olga, secret.id, olga.id, now + 1);
  const told = (await writtenBy(olga)).map(({ event, details, subjectId }) =>
    auditSentence(event, { actor: 'Olga', subject: subjectId === olga.id ? 'Olga' : '?', details }),
  );
  expect(told).toEqual([
    'Olga added Olga to the squad Investigation.',
    'Olga removed Olga from the squad Investigation.',
  ]);
});

it('writes down what becomes of a squad, once', async () => {
  const olga = await somebody('Olga', 'organiser');
  const made = (await createSquad(olga, 'Catalog', now)) as { id: string };
  for (const at of [1, 2]) await renamed(olga, made.id, 'Catalogue', now + at);
  for (const at of [3, 4]) await archiveSquad(olga, made.id, now + at);
  for (const at of [5, 6]) await unarchiveSquad(olga, made.id, now + at);
  expect(await renamed(olga, made.id, 'Checkout', now + 7)).toEqual({ refused: 'taken' });
  expect(await writtenBy(olga)).toEqual([
    { event: 'squad-created', subjectId: null, details: { squad: 'Catalog' } },
    { event: 'squad-renamed', subjectId: null, details: { from: 'Catalog', to: 'Catalogue' } },
    { event: 'squad-archived', subjectId: null, details: { squad: 'Catalogue' } },
    { event: 'squad-restored', subjectId: null, details: { squad: 'Catalogue' } },
  ]);
});

it('takes nobody who left, and counts nobody who left', async () => {
  const [olga, nina, gone] = [
    await somebody('Olga', 'administrator'),
    await somebody('Nina'),
    await somebody('Gustav'),
  ];
  const squad = await squadOf('Identity', nina, gone);
  await deactivate(olga, gone.id, now);
  await somebody('Petra', 'administrator');
  expect(await deactivate(olga, gone.id, now)).toBeTruthy();
  expect((await squadsPage({})).squads.find((one) => one.id === squad.id)).toMatchObject({ members: 1 });
  expect(names(await membersOf(squad.id))).toEqual(['Nina']);
  expect(await addMember(olga, squad.id, gone.id, now)).toEqual({ refused: 'no-person' });
  expect(await addMember(olga, squad.id, 'nobody', now)).toEqual({ refused: 'no-person' });
  expect(await addMember(olga, 'none', nina.id, now)).toEqual({ refused: 'no-squad' });
});

it('goes through all squads by name, each once', async () => {
  const olga = await somebody('Olga', 'organiser');
  for (let n = 0; n < 210; n++) await createSquad(olga, `Team ${n}`, now);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await squadsPage({ after });
    seen.push(...page.squads.map((one) => one.id));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual((await openSquads()).map((one) => one.id));
});

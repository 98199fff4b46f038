import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { addMember, membersOf, removeMember, restoreMember } from '#app/squads/members.server.ts';
import {
  archiveSquad,
  createSquad,
  openSquads,
  renameSquad,
  squadById,
  squadsOf,
  squadsPage,
  unarchiveSquad,
} from '#app/squads/squads.server.ts';
import { db } from '#db/database.server.ts';
import { squadMembers } from '#db/schema/squads.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, squadOf } from '#test/support/people.ts';

const rowsOf = (squad: { id: string }, person: { id: string }) =>
  db.read
    .select({ joinedAt: squadMembers.joinedAt, leftAt: squadMembers.leftAt })
    .from(squadMembers)
    .where(and(eq(squadMembers.squadId, squad.id), eq(squadMembers.personId, person.id)));
const names = (list: { name: string }[]) => list.map((one) => one.name);

it('is made once under a name, whatever its upper and lower case, also by five at once', async () => {
  const olga = await somebody('Olga', 'organiser');
  const spellings = ['Überweisung', 'überweisung', 'ÜBERWEISUNG', 'ÜberWeisung', 'Überweisung'];
  const made = await Promise.all(spellings.map((name) => createSquad(olga, name, now)));
  expect(made.filter((one) => 'id' in one)).toHaveLength(1);
  expect(made.filter((one) => 'refused' in one)).toHaveLength(4);
  expect(await createSquad(olga, 'überweisung', now)).toEqual({ refused: 'taken' });
});

it('is renamed, but not to what another is called', async () => {
  const [search, billing] = [await squadOf('Search'), await squadOf('Billing')];
  expect(await renameSquad(search.id, 'BILLING')).toEqual({ refused: 'taken' });
  expect(await renameSquad(search.id, 'SEARCH')).toEqual({ before: 'Search' });
  expect((await squadById(search.id))?.name).toBe('SEARCH');
  expect(await renameSquad('none', 'x')).toEqual({ refused: 'unknown' });
  await archiveSquad(await somebody('Olga', 'organiser'), billing.id, now);
  expect(await renameSquad(search.id, 'Billing')).toEqual({ refused: 'taken' });
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
  await unarchiveSquad(legacy.id);
  expect(names(await openSquads())).toContain('Legacy');
  expect(names(await squadsOf(nina.id))).toEqual(['Legacy']);
});

it('has a person once, also when two add them at once', async () => {
  const nina = await somebody('Nina');
  const payments = await squadOf('Payments');
  const added = await Promise.all([1, 2, 3].map(() => addMember(payments.id, nina.id, now)));
  expect(added.filter((one) => 'added' in one && one.added)).toHaveLength(1);
  expect(await rowsOf(payments, nina)).toEqual([{ joinedAt: now, leftAt: null }]);
  expect(names(await membersOf(payments.id))).toEqual(['Nina']);
});

it('keeps who was in it; a removal taken back leaves no trace; who comes again has a second time', async () => {
  const nina = await somebody('Nina');
  const squad = await squadOf('Checkout', nina);
  expect(await removeMember(squad.id, nina.id, now + day)).toEqual({ name: 'Nina' });
  expect(await removeMember(squad.id, nina.id, now + day)).toBeNull();
  expect(await membersOf(squad.id)).toEqual([]);
  expect(await restoreMember(squad.id, nina.id)).toEqual({ name: 'Nina' });
  expect(await rowsOf(squad, nina)).toEqual([{ joinedAt: now, leftAt: null }]);
  expect(await restoreMember(squad.id, nina.id)).toBeNull();

  await removeMember(squad.id, nina.id, now + day);
  await addMember(squad.id, nina.id, now + 2 * day);
  expect(await restoreMember(squad.id, nina.id)).toEqual({ name: 'Nina' });
  expect((await rowsOf(squad, nina)).filter((row) => row.leftAt === null)).toHaveLength(1);
  expect(await membersOf(squad.id)).toHaveLength(1);
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
  expect(await addMember(squad.id, gone.id, now)).toEqual({ refused: 'no-person' });
  expect(await addMember(squad.id, 'nobody', now)).toEqual({ refused: 'no-person' });
  expect(await addMember('none', nina.id, now)).toEqual({ refused: 'no-squad' });
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

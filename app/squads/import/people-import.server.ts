import { and, eq, inArray, isNull } from 'drizzle-orm';

import { auditAll, type Entry } from '#app/accounts/audit.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { managers, squadMembers, squads } from '#db/schema/squads.ts';

import type { By } from '../holders.server.ts';
import {
  addressesIn,
  folded,
  type Here,
  type KnownPerson,
  peopleColumns,
  planPeople,
  type WantedPerson,
} from './people-plan.ts';
import { countsOf, type Plan, type Planned } from './plan.ts';
import { inPortions, openSquadsByName } from './portions.server.ts';
import type { Table } from './table.ts';

/** What is here of what a table of people speaks of. */
async function hereFor(table: Table): Promise<Here> {
  const known = new Map<string, KnownPerson>();
  const emailOf = new Map<string, string>();
  const byName = await openSquadsByName();
  await inPortions(addressesIn(table), async (emails) => {
    const found = await db.read.select().from(people).where(inArray(people.email, emails));
    for (const { id, email, name, deactivatedAt } of found) {
      emailOf.set(id, email);
      known.set(email, { name, left: deactivatedAt !== null, squads: [], manager: null });
    }
    const ids = found.map(({ id }) => id);
    const memberships = await db.read
      .select({ personId: squadMembers.personId, squad: squads.name })
      .from(squadMembers)
      .innerJoin(squads, and(eq(squads.id, squadMembers.squadId), isNull(squads.archivedAt)))
      .where(and(inArray(squadMembers.personId, ids), isNull(squadMembers.leftAt)));
    for (const { personId, squad } of memberships)
      known.get(emailOf.get(personId)!)!.squads.push(folded(squad));
    const managed = await db.read
      .select({ personId: managers.personId, email: people.email })
      .from(managers)
      .innerJoin(people, eq(people.id, managers.managerId))
      .where(and(inArray(managers.personId, ids), isNull(managers.until)));
    for (const { personId, email } of managed) known.get(emailOf.get(personId)!)!.manager = email;
  });
  for (const person of known.values()) person.squads.sort();
  return { people: known, squads: new Map([...byName].map(([key, { name }]) => [key, name])) };
}

/** What importing a table of people would change, as things stand. */
const planOfPeople = async (table: Table): Promise<Plan<WantedPerson>> =>
  planPeople(table, await hereFor(table));

/**
 * Carries out what a plan says, in the transaction it was made in. Who is new has an account without a password: an
 * invitation or a reset lets them in.
 */
async function importPeople(tx: Tx, plan: Plan<WantedPerson>, by: By, now: number): Promise<void> {
  const rows = plan.rows.filter(({ kind }) => kind !== 'unchanged');
  await inPortions(
    rows.filter(({ kind }) => kind === 'new'),
    (fresh) =>
      tx.insert(people).values(
        fresh.map(({ wanted: { email, name } }) => ({
          id: newId(),
          email,
          name: name!,
          passwordHash: '',
          joinedAt: now,
        })),
      ),
  );
  // Managers may stand anywhere in the file: everybody is here before anybody is somebody's.
  const squadsByName = await openSquadsByName();
  await inPortions(rows, (some) => changePeople(tx, some, { squadsByName, by, now }));
  if (rows.length === 0) return;
  const counts = countsOf(plan);
  const details = { new: String(counts.new), changed: String(counts.changed) };
  await auditAll(tx, [{ event: 'people-imported', actorId: by?.id ?? null, details, at: now }]);
}

type Around = { squadsByName: ReadonlyMap<string, { id: string; name: string }>; by: By; now: number };

/** Names, squads and managers of some people who are all here. */
async function changePeople(tx: Tx, rows: Planned<WantedPerson>[], { squadsByName, by, now }: Around) {
  const ids = await idsOf(rows);
  const told: Entry[] = [];
  const joining: (typeof squadMembers.$inferInsert)[] = [];
  const managing: (typeof managers.$inferInsert)[] = [];
  for (const { kind, wanted, changes } of rows) {
    const personId = ids.get(wanted.email)!;
    const changed = (what: string) => changes.some((one) => one.what === what);
    if (kind === 'changed' && changed('name'))
      await tx.update(people).set({ name: wanted.name! }).where(eq(people.id, personId));
    if (changed('squads')) {
      const wantedSquads = wanted.squads!.map((name) => squadsByName.get(name)!);
      const wantedIds = new Set(wantedSquads.map(({ id }) => id));
      const stays =
        kind === 'new' ? new Set<string>() : await leaveOthers(tx, { personId, wantedIds, by, now, told });
      for (const squad of wantedSquads) {
        if (stays.has(squad.id)) continue;
        joining.push({
          id: newId(),
          squadId: squad.id,
          personId,
          joinedAt: now,
          joinedBy: by?.id ?? null,
        });
        told.push({ ...entry(by, personId, squad.name, now), event: 'squad-member-added' });
      }
    }
    if (changed('manager')) {
      if (kind === 'changed')
        await tx
          .update(managers)
          .set({ until: now, untilBy: by?.id ?? null })
          .where(and(eq(managers.personId, personId), isNull(managers.until)));
      const managerId = ids.get(wanted.manager!)!;
      managing.push({ id: newId(), personId, managerId, since: now, sinceBy: by?.id ?? null });
    }
  }
  await inPortions(joining, (some) => tx.insert(squadMembers).values(some));
  await inPortions(managing, (some) => tx.insert(managers).values(some));
  await inPortions(told, (some) => auditAll(tx, some));
}

const entry = (by: By, subjectId: string, squad: string, at: number) => ({
  actorId: by?.id ?? null,
  subjectId,
  details: { squad },
  at,
});

type Leaving = { personId: string; wantedIds: ReadonlySet<string>; by: By; now: number; told: Entry[] };

/** Ends somebody's time in the squads at work that are not wanted; returns those they are in and stay in. */
async function leaveOthers(tx: Tx, { personId, wantedIds, by, now, told }: Leaving): Promise<Set<string>> {
  const current = await tx
    .select({ id: squadMembers.id, squadId: squads.id, squad: squads.name })
    .from(squadMembers)
    .innerJoin(squads, and(eq(squads.id, squadMembers.squadId), isNull(squads.archivedAt)))
    .where(and(eq(squadMembers.personId, personId), isNull(squadMembers.leftAt)));
  const stays = new Set<string>();
  for (const { id, squadId, squad } of current) {
    if (wantedIds.has(squadId)) {
      stays.add(squadId);
      continue;
    }
    await tx
      .update(squadMembers)
      .set({ leftAt: now, leftBy: by?.id ?? null })
      .where(eq(squadMembers.id, id));
    told.push({ ...entry(by, personId, squad, now), event: 'squad-member-removed' });
  }
  return stays;
}

/** The people whom rows speak of, by e-mail. */
async function idsOf(rows: Planned<WantedPerson>[]): Promise<Map<string, string>> {
  const emails = new Set(rows.flatMap(({ wanted }) => [wanted.email, wanted.manager ?? wanted.email]));
  const ids = new Map<string, string>();
  await inPortions([...emails], async (some) => {
    const found = await db.read
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(inArray(people.email, some));
    for (const { id, email } of found) ids.set(email, id);
  });
  return ids;
}

export const peopleImport = { columns: peopleColumns, plan: planOfPeople, carryOut: importPeople };

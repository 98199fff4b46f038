import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { squadMembers, squadRoles, squads } from '#db/schema/squads.ts';

import type { SquadRole } from './squad-role.ts';

export type SomebodyHere = { id: string; name: string; email: string };

/** Roles that are held: begun, and ended neither by anybody nor by their own date. */
const heldNow = (now: number) =>
  and(
    isNull(squadRoles.renouncedAt),
    lte(squadRoles.assumedAt, now),
    or(isNull(squadRoles.endsAt), gt(squadRoles.endsAt, now)),
  );

/** Who holds which role in a squad now and is here, by role, the longest first. */
export const rolesInSquad = (squadId: string, now: number) =>
  db.read
    .select({
      id: squadRoles.id,
      role: squadRoles.role,
      personId: people.id,
      name: people.name,
      email: people.email,
      since: squadRoles.assumedAt,
      endsAt: squadRoles.endsAt,
    })
    .from(squadRoles)
    .innerJoin(people, and(eq(people.id, squadRoles.personId), isNull(people.deactivatedAt)))
    .where(and(eq(squadRoles.squadId, squadId), heldNow(now)))
    .orderBy(asc(squadRoles.role), asc(squadRoles.assumedAt), asc(squadRoles.id));

/** Who of the people here is this to a squad, the longest first. Not for embedded engineers, whose time ends by itself. */
const holdersIn = (squadId: string, role: Exclude<SquadRole, 'embedded'>): Promise<SomebodyHere[]> =>
  db.read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(squadRoles)
    .innerJoin(people, and(eq(people.id, squadRoles.personId), isNull(people.deactivatedAt)))
    .where(and(eq(squadRoles.squadId, squadId), eq(squadRoles.role, role), isNull(squadRoles.renouncedAt)))
    .orderBy(asc(squadRoles.assumedAt), asc(squadRoles.id));

/** The advocates of a squad who are here, the longest first. */
export const advocatesOf = (squadId: string) => holdersIn(squadId, 'advocate');

/** The squads at work for which a person is this, by name. Not for embedded engineers. */
const squadsWithRole = (
  personId: string,
  role: Exclude<SquadRole, 'embedded'>,
): Promise<{ id: string; name: string }[]> =>
  db.read
    .select({ id: squads.id, name: squads.name })
    .from(squadRoles)
    .innerJoin(squads, and(eq(squads.id, squadRoles.squadId), isNull(squads.archivedAt)))
    .where(and(eq(squadRoles.personId, personId), eq(squadRoles.role, role), isNull(squadRoles.renouncedAt)))
    .orderBy(asc(squads.name), asc(squads.id));

/** The squads at work that a person manages, by name. */
export const squadsManagedBy = (personId: string) => squadsWithRole(personId, 'manager');

export type Developers = { developers: number; stated: boolean };

/**
 * How many developers these squads have: the number somebody stated, else the members who are here. Every squad that
 * exists has an entry. Asks in portions: an engine takes only so many values at once.
 */
export async function developersOf(squadIds: string[]): Promise<Map<string, Developers>> {
  const all = new Map<string, Developers>();
  for (let at = 0; at < squadIds.length; at += 500) {
    const ids = squadIds.slice(at, at + 500);
    const known = await db.read
      .select({ id: squads.id, stated: squads.developers })
      .from(squads)
      .where(inArray(squads.id, ids));
    const counted = await db.read
      .select({ id: squadMembers.squadId, members: count() })
      .from(squadMembers)
      .innerJoin(people, and(eq(people.id, squadMembers.personId), isNull(people.deactivatedAt)))
      .where(and(inArray(squadMembers.squadId, ids), isNull(squadMembers.leftAt)))
      .groupBy(squadMembers.squadId);
    const members = new Map(counted.map((row) => [row.id, row.members]));
    for (const { id, stated } of known)
      all.set(id, { developers: stated ?? members.get(id) ?? 0, stated: stated !== null });
  }
  return all;
}

/** The areas that squads at work have, by name, each once. */
export async function areas(): Promise<string[]> {
  const rows = await db.read
    .selectDistinct({ area: squads.area })
    .from(squads)
    .where(and(isNotNull(squads.area), isNull(squads.archivedAt)))
    .orderBy(asc(squads.area));
  return rows.map((row) => row.area!);
}

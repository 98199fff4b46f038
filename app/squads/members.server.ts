import { and, asc, desc, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm';

import { audit } from '#app/accounts/audit.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

/** The people of a squad who are still here, by name. */
export const membersOf = (squadId: string) =>
  db.read
    .select({ id: people.id, name: people.name, email: people.email, joinedAt: squadMembers.joinedAt })
    .from(squadMembers)
    .innerJoin(people, and(eq(people.id, squadMembers.personId), isNull(people.deactivatedAt)))
    .where(and(eq(squadMembers.squadId, squadId), isNull(squadMembers.leftAt)))
    .orderBy(asc(people.name), asc(people.id));

/** Times in a squad that are over, latest first, the last 50: somebody left it, or Guildhall. */
export const formerTimesIn = (squadId: string) =>
  timesIn(
    eq(squadMembers.squadId, squadId),
    or(isNotNull(squadMembers.leftAt), isNotNull(people.deactivatedAt)),
  )
    .orderBy(desc(squadMembers.leftAt), desc(squadMembers.joinedAt), desc(squadMembers.id))
    .limit(50);

/** The times a person has been in squads, the latest first; archived squads too. */
export const timesOf = (personId: string) =>
  timesIn(eq(squadMembers.personId, personId)).orderBy(desc(squadMembers.joinedAt), asc(squads.name));

const timesIn = (...where: (SQL | undefined)[]) =>
  db.read
    .select({
      id: squadMembers.id,
      personId: people.id,
      name: people.name,
      squadId: squads.id,
      squad: squads.name,
      from: squadMembers.joinedAt,
      until: squadMembers.leftAt,
      /** when the person left altogether */
      goneAt: people.deactivatedAt,
    })
    .from(squadMembers)
    .innerJoin(people, eq(people.id, squadMembers.personId))
    .innerJoin(squads, eq(squads.id, squadMembers.squadId))
    .where(and(...where));

const membership = (squadId: string, personId: string) =>
  and(eq(squadMembers.squadId, squadId), eq(squadMembers.personId, personId), isNull(squadMembers.leftAt));

/**
 * Adds a person to a squad, who from then on reads what is meant for it. Adding somebody who is in it already, even at
 * the same moment, changes nothing. Who was in it before has a second time in it.
 */
export async function addMember(
  by: Viewer,
  squadId: string,
  personId: string,
  now: number,
): Promise<{ added: boolean; name: string } | { refused: 'no-squad' | 'no-person' }> {
  return db.write(async (tx) => {
    const [squad] = await tx.select().from(squads).where(eq(squads.id, squadId));
    if (!squad) return { refused: 'no-squad' };
    const [person] = await tx
      .select()
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.deactivatedAt)));
    if (!person) return { refused: 'no-person' };
    const [already] = await tx.select().from(squadMembers).where(membership(squadId, personId));
    if (already) return { added: false, name: person.name };
    await tx.insert(squadMembers).values({ id: newId(), squadId, personId, joinedAt: now, joinedBy: by.id });
    await audit(tx, {
      event: 'squad-member-added',
      actorId: by.id,
      subjectId: personId,
      details: { squad: squad.name },
      at: now,
    });
    return { added: true, name: person.name };
  });
}

/** Ends a person's time in a squad; that they were in it stays. Null when they are not in it. */
export async function removeMember(
  by: Viewer,
  squadId: string,
  personId: string,
  now: number,
): Promise<{ name: string } | null> {
  return db.write(async (tx) => {
    const [found] = await tx
      .select({ id: squadMembers.id, name: people.name, squad: squads.name })
      .from(squadMembers)
      .innerJoin(people, eq(people.id, squadMembers.personId))
      .innerJoin(squads, eq(squads.id, squadMembers.squadId))
      .where(membership(squadId, personId));
    if (!found) return null;
    await tx.update(squadMembers).set({ leftAt: now, leftBy: by.id }).where(eq(squadMembers.id, found.id));
    await audit(tx, {
      event: 'squad-member-removed',
      actorId: by.id,
      subjectId: personId,
      details: { squad: found.squad },
      at: now,
    });
    return { name: found.name };
  });
}

import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';

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

const membership = (squadId: string, personId: string) =>
  and(eq(squadMembers.squadId, squadId), eq(squadMembers.personId, personId));

/** Adds a person to a squad. Adding somebody who is in it already, even at the same moment, changes nothing. */
export async function addMember(
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
    const [already] = await tx
      .select()
      .from(squadMembers)
      .where(and(membership(squadId, personId), isNull(squadMembers.leftAt)));
    if (already) return { added: false, name: person.name };
    await tx.insert(squadMembers).values({ id: newId(), squadId, personId, joinedAt: now });
    return { added: true, name: person.name };
  });
}

/** Ends a person's time in a squad; that they were in it stays. Null when they are not in it. */
export async function removeMember(
  squadId: string,
  personId: string,
  now: number,
): Promise<{ name: string } | null> {
  return db.write(async (tx) => {
    const left = await tx
      .update(squadMembers)
      .set({ leftAt: now })
      .where(and(membership(squadId, personId), isNull(squadMembers.leftAt)))
      .returning({ id: squadMembers.id });
    if (left.length === 0) return null;
    const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
    return { name: person?.name ?? '' };
  });
}

/** Takes the latest removal back, as if it had not been. Null when there is none to take back. */
export async function restoreMember(squadId: string, personId: string): Promise<{ name: string } | null> {
  return db.write(async (tx) => {
    const rows = await tx
      .select({ id: squadMembers.id, leftAt: squadMembers.leftAt, name: people.name })
      .from(squadMembers)
      .innerJoin(people, eq(people.id, squadMembers.personId))
      .where(and(membership(squadId, personId), isNotNull(squadMembers.leftAt)))
      .orderBy(desc(squadMembers.leftAt))
      .limit(1);
    const [last] = rows;
    if (!last) return null;
    const [here] = await tx
      .select({ id: squadMembers.id })
      .from(squadMembers)
      .where(and(membership(squadId, personId), isNull(squadMembers.leftAt)));
    if (!here) await tx.update(squadMembers).set({ leftAt: null }).where(eq(squadMembers.id, last.id));
    return { name: last.name };
  });
}

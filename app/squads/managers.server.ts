import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm';

import { audit } from '#app/accounts/audit.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { managers, squadMembers, squadRoles, squads } from '#db/schema/squads.ts';

import type { SomebodyHere } from './squad-roles.server.ts';

/** A person's manager, as somebody said, with since when; null where nobody is named or the manager has left. */
export async function lineManagerOf(personId: string): Promise<(SomebodyHere & { since: number }) | null> {
  const [manager] = await db.read
    .select({ id: people.id, name: people.name, email: people.email, since: managers.since })
    .from(managers)
    .innerJoin(people, and(eq(people.id, managers.managerId), isNull(people.deactivatedAt)))
    .where(and(eq(managers.personId, personId), isNull(managers.until)))
    .orderBy(desc(managers.since))
    .limit(1);
  return manager ?? null;
}

/** Those who manage a person: who was named as their manager, else the managers of their squads at work. Never the person. */
export async function managersOfPerson(personId: string): Promise<SomebodyHere[]> {
  const line = await lineManagerOf(personId);
  if (line) return [{ id: line.id, name: line.name, email: line.email }];
  const squadsOfPerson = db.read
    .select({ id: squadMembers.squadId })
    .from(squadMembers)
    .innerJoin(squads, and(eq(squads.id, squadMembers.squadId), isNull(squads.archivedAt)))
    .where(and(eq(squadMembers.personId, personId), isNull(squadMembers.leftAt)));
  return db.read
    .selectDistinct({ id: people.id, name: people.name, email: people.email })
    .from(squadRoles)
    .innerJoin(people, and(eq(people.id, squadRoles.personId), isNull(people.deactivatedAt)))
    .where(
      and(
        inArray(squadRoles.squadId, squadsOfPerson),
        eq(squadRoles.role, 'manager'),
        isNull(squadRoles.renouncedAt),
        ne(people.id, personId),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}

type By = Pick<Viewer, 'id'> | null;

/** Ends who is named as a person's manager, and names another (null: nobody), in a transaction that goes on. */
async function putManager(tx: Tx, by: By, personId: string, managerId: string | null, now: number) {
  await tx
    .update(managers)
    .set({ until: now, untilBy: by?.id ?? null })
    .where(and(eq(managers.personId, personId), isNull(managers.until)));
  if (managerId !== null)
    await tx
      .insert(managers)
      .values({ id: newId(), personId, managerId, since: now, sinceBy: by?.id ?? null });
}

/**
 * Says who a person's manager is from now on (null: nobody). Refuses when somebody named another since `before` was
 * read, a person as their own manager, and whoever has left. Naming who it is already changes nothing.
 */
export async function nameManager(
  by: Viewer,
  personId: string,
  { managerId, before }: { managerId: string | null; before: string | null },
  now: number,
): Promise<
  | { name: string | null }
  | { refused: 'unknown' }
  | { refused: 'oneself' }
  | { refused: 'nobody' }
  | { refused: 'stale'; now: SomebodyHere | null }
> {
  if (managerId === personId) return { refused: 'oneself' };
  return db.write(async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
    if (!person) return { refused: 'unknown' };
    const current = await lineManagerOf(personId);
    if ((current?.id ?? null) !== before && (current?.id ?? null) !== managerId)
      return { refused: 'stale', now: current };
    const [manager] =
      managerId === null
        ? []
        : await tx
            .select({ name: people.name })
            .from(people)
            .where(and(eq(people.id, managerId), isNull(people.deactivatedAt)));
    if (managerId !== null && !manager) return { refused: 'nobody' };
    if ((current?.id ?? null) === managerId) return { name: manager?.name ?? null };
    await putManager(tx, by, personId, managerId, now);
    await audit(tx, {
      event: 'manager-named',
      actorId: by.id,
      subjectId: personId,
      details: { manager: manager?.name ?? 'nobody' },
      at: now,
    });
    return { name: manager?.name ?? null };
  });
}

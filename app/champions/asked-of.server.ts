/** What others ask of somebody who is a manager or a buddy, for their own home. */
import { and, asc, eq, exists, inArray, isNull, ne, or, sql } from 'drizzle-orm';

import { squadsManagedBy } from '#app/squads/squad-roles.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { managers, squadMembers, squads } from '#db/schema/squads.ts';

import { askedManagers } from './asked-managers.server.ts';

/** More applications than these wait for nobody at once. */
const MOST = 50;

/** The applications whose hours a person is asked to agree, the longest waiting first. */
export async function agreementsAskedOf(viewer: { id: string; email: string }) {
  const managed = (await squadsManagedBy(viewer.id)).map(({ id }) => id);
  const mayBeMine = or(
    eq(enrolments.managerEmail, viewer.email),
    exists(
      db.read
        .select({ one: sql`1` })
        .from(managers)
        .where(
          and(
            eq(managers.personId, enrolments.personId),
            eq(managers.managerId, viewer.id),
            isNull(managers.until),
          ),
        ),
    ),
    managed.length > 0
      ? exists(
          db.read
            .select({ one: sql`1` })
            .from(squadMembers)
            .where(
              and(
                eq(squadMembers.personId, enrolments.personId),
                isNull(squadMembers.leftAt),
                inArray(squadMembers.squadId, managed),
              ),
            ),
        )
      : undefined,
  );
  const rows = await db.read
    .select({
      id: enrolments.id,
      personId: enrolments.personId,
      managerEmail: enrolments.managerEmail,
      person: people.name,
      squad: squads.name,
      appliedAt: enrolments.appliedAt,
    })
    .from(enrolments)
    .innerJoin(people, and(eq(people.id, enrolments.personId), isNull(people.deactivatedAt)))
    .innerJoin(squads, eq(squads.id, enrolments.squadId))
    .where(and(eq(enrolments.state, 'applied'), ne(enrolments.personId, viewer.id), mayBeMine))
    .orderBy(asc(enrolments.appliedAt), asc(enrolments.id))
    .limit(MOST);
  const asked = await Promise.all(rows.map(askedManagers));
  return rows
    .filter((_, at) => asked[at]!.some(({ id }) => id === viewer.id))
    .map(({ id, person, squad, appliedAt }) => ({ id, person, squad, appliedAt }));
}

/** The newcomers whose buddy a person is, while they are on their way. */
export const buddiesOf = (personId: string) =>
  db.read
    .select({ id: enrolments.id, person: people.name, squad: squads.name })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(squads, eq(squads.id, enrolments.squadId))
    .where(and(eq(enrolments.buddyId, personId), eq(enrolments.state, 'onboarding')))
    .orderBy(asc(people.name), asc(enrolments.id))
    .limit(MOST);

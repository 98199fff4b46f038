/** Who is a champion where: for every room that asks. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

const isServing = and(eq(enrolments.state, 'active'), isNull(people.deactivatedAt));

/** The active champions of a squad, longest serving first. Whoever has left is none. */
export const championsOf = (
  squadId: string,
): Promise<{ enrolmentId: string; id: string; name: string; activeAt: number | null }[]> =>
  db.read
    .select({
      enrolmentId: enrolments.id,
      id: people.id,
      name: people.name,
      activeAt: enrolments.activeAt,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(and(eq(enrolments.squadId, squadId), isServing))
    .orderBy(asc(enrolments.activeAt), asc(enrolments.id));

/** The squads a person is an active champion of, by name; archived squads have none. */
export const championedBy = (
  personId: string,
): Promise<{ enrolmentId: string; squadId: string; squad: string }[]> =>
  db.read
    .select({ enrolmentId: enrolments.id, squadId: squads.id, squad: squads.name })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .innerJoin(squads, and(eq(squads.id, enrolments.squadId), isNull(squads.archivedAt)))
    .where(and(eq(enrolments.personId, personId), isServing))
    .orderBy(asc(squads.name), asc(squads.id));

/** Whether a person is an active champion of some squad at work. */
export const isActiveChampion = async (personId: string): Promise<boolean> =>
  (await championedBy(personId)).length > 0;

/**
 * Who serves or has served which squad, from when until when (null: still), for coverage and vacancy. Whoever never
 * got as far as being active is not among them; somebody's account that was closed ends their time.
 */
export async function activeEnrolments(): Promise<
  { id: string; squadId: string; personId: string; activeAt: number; endedAt: number | null }[]
> {
  const rows = await db.read
    .select({
      id: enrolments.id,
      squadId: enrolments.squadId,
      personId: enrolments.personId,
      activeAt: enrolments.activeAt,
      endedAt: enrolments.endedAt,
      leftAt: people.deactivatedAt,
    })
    .from(enrolments)
    .innerJoin(people, eq(people.id, enrolments.personId))
    .where(inArray(enrolments.state, ['active', 'stepped-down']));
  return rows.map(({ leftAt, activeAt, endedAt, ...row }) => ({
    ...row,
    activeAt: activeAt!,
    endedAt: endedAt ?? leftAt,
  }));
}

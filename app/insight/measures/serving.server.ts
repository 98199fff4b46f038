/** Which squads were at work, and who served them, at a moment: conditions for the measures of coverage. */
import { and, eq, exists, gt, gte, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

const wasHere = (end: number) => or(isNull(people.deactivatedAt), gte(people.deactivatedAt, end));

/** Enrolments (joined with their people) that were served just before a moment. */
export const wasServing = (end: number): SQL =>
  and(
    isNotNull(enrolments.activeAt),
    lt(enrolments.activeAt, end),
    or(isNull(enrolments.endedAt), gte(enrolments.endedAt, end)),
    wasHere(end),
  )!;

/** Squads that had somebody serving them just before a moment. */
export const hadChampion = (end: number): SQL =>
  exists(
    db.read
      .select({ id: enrolments.id })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(and(eq(enrolments.squadId, squads.id), wasServing(end))),
  );

const hadMembers = (end: number): SQL =>
  exists(
    db.read
      .select({ id: squadMembers.id })
      .from(squadMembers)
      .innerJoin(people, eq(people.id, squadMembers.personId))
      .where(
        and(
          eq(squadMembers.squadId, squads.id),
          lt(squadMembers.joinedAt, end),
          or(isNull(squadMembers.leftAt), gte(squadMembers.leftAt, end)),
          wasHere(end),
        ),
      ),
  );

/** Squads that existed just before a moment. */
export const wasAtWork = (end: number): SQL =>
  and(lt(squads.createdAt, end), or(isNull(squads.archivedAt), gte(squads.archivedAt, end)))!;

/** The same, and that somebody developed in: as many as are stated today, else its members then. */
export const neededChampion = (end: number): SQL =>
  and(wasAtWork(end), or(gt(squads.developers, 0), and(isNull(squads.developers), hadMembers(end))))!;

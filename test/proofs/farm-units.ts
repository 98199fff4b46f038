/**
 * The unit of recognition: one achievement or award that stands, one point that somebody's squad has through them, or one
 * colleague whose thanks others can see. Counted in what is kept, over the year in which it was given.
 */
import { and, eq, gte, isNull, lt } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { grants, showings, thanks } from '#db/schema/recognition.ts';

export type Units = { deeds: number; points: number; thankedBy: number; by: Record<string, number> };

export const sumOf = ({ deeds, points, thankedBy }: Units): number => deeds + points + thankedBy;

/** What somebody has of a year. */
export async function unitsOf(personId: string, year: { from: number; to: number }): Promise<Units> {
  const given = await db.read
    .select()
    .from(grants)
    .where(
      and(eq(grants.personId, personId), gte(grants.grantedAt, year.from), lt(grants.grantedAt, year.to)),
    );
  const undone = new Set(given.map(({ undoes }) => undoes));
  const standing = given.filter(({ id, undoes }) => undoes === null && !undone.has(id));
  const shown = await db.read
    .selectDistinct({ fromId: thanks.fromId })
    .from(showings)
    .innerJoin(thanks, eq(thanks.id, showings.subject))
    .where(
      and(
        eq(showings.personId, personId),
        eq(showings.kind, 'thanks'),
        isNull(showings.until),
        isNull(thanks.withdrawnAt),
        gte(thanks.givenAt, year.from),
        lt(thanks.givenAt, year.to),
      ),
    );
  const by: Record<string, number> = { thanks: shown.length };
  for (const { rule, gives, points } of standing)
    by[rule] = (by[rule] ?? 0) + (gives === 'points' ? points : 1);
  const deeds = standing.filter(({ gives }) => gives !== 'points').length;
  const points = standing.reduce((sum, grant) => sum + grant.points, 0);
  return { deeds, points, thankedBy: shown.length, by };
}

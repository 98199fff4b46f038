import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { enrolments, enrolmentSteps, hoursReports } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import type { YearSpan } from './review-year.server.ts';

/**
 * For each squad that somebody was a champion of in a year: the hours a month they had promised, and what they told of
 * its months (null: nothing). Where nobody agreed to any hours, nothing was promised.
 */
export async function hoursIn(personId: string, { year, from, to }: YearSpan) {
  const served = await db.read
    .select({
      id: enrolments.id,
      squad: squads.name,
      promised: enrolments.hoursPerMonth,
      agreedAt: enrolments.agreedAt,
    })
    .from(enrolments)
    .innerJoin(squads, eq(squads.id, enrolments.squadId))
    .where(
      and(
        eq(enrolments.personId, personId),
        isNotNull(enrolments.hoursPerMonth),
        or(isNull(enrolments.endedAt), gte(enrolments.endedAt, from)),
      ),
    )
    .orderBy(asc(squads.name), asc(enrolments.id));
  if (served.length === 0) return [];
  const ids = served.map(({ id }) => id);
  const rows = await db.read
    .select({
      enrolmentId: hoursReports.enrolmentId,
      month: hoursReports.month,
      quarters: hoursReports.quarters,
    })
    .from(hoursReports)
    .where(
      and(
        inArray(hoursReports.enrolmentId, ids),
        gte(hoursReports.month, `${year}-01`),
        lte(hoursReports.month, `${year}-12`),
      ),
    )
    .orderBy(asc(hoursReports.reportedAt), asc(hoursReports.id));
  // What was agreed since is of the years to come.
  const agreed = await db.read
    .select({ enrolmentId: enrolmentSteps.enrolmentId, hours: enrolmentSteps.hoursPerMonth })
    .from(enrolmentSteps)
    .where(
      and(
        inArray(enrolmentSteps.enrolmentId, ids),
        isNotNull(enrolmentSteps.hoursPerMonth),
        lt(enrolmentSteps.at, to),
      ),
    )
    .orderBy(asc(enrolmentSteps.at), asc(enrolmentSteps.id));
  const promisedThen = new Map(agreed.map(({ enrolmentId, hours }) => [enrolmentId, hours]));
  const wasAgreed = served.filter(({ id, agreedAt }) => promisedThen.has(id) || (agreedAt ?? to) < to);
  return wasAgreed.map(({ id, squad, promised }) => {
    // Of several for one month the newest counts.
    const told = new Map(
      rows.filter((row) => row.enrolmentId === id).map(({ month, quarters }) => [month, quarters]),
    );
    const quarters = [...told.values()].reduce((sum, one) => sum + one, 0);
    return {
      id,
      squad,
      promised: promisedThen.get(id) ?? promised!,
      reported: told.size === 0 ? null : { hours: quarters / 4, months: told.size },
    };
  });
}

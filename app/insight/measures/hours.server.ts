import { and, countDistinct, eq, gt, isNotNull, notExists, or, sql, sum } from 'drizzle-orm';

import { FEWEST } from '#app/accounts/fewest.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments, hoursReports } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { cell, fewCell, isTellable } from '../cell.ts';
import type { Measure } from '../measure.ts';
import { endOf, toldFrom } from '../span.ts';
import { wasAtWork, wasServing } from './serving.server.ts';

const promised = { key: 'promised', words: 'Hours promised' };
const reported = { key: 'reported', words: 'Hours reported' };
const newer = aliasOf(hoursReports, 'newer');

/** Of the reports of an enrolment for a month, the newest: a later one takes the place of an earlier one. */
const isNewest = notExists(
  db.read
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.enrolmentId, hoursReports.enrolmentId),
        eq(newer.month, hoursReports.month),
        or(
          gt(newer.reportedAt, hoursReports.reportedAt),
          and(eq(newer.reportedAt, hoursReports.reportedAt), gt(newer.id, hoursReports.id)),
        ),
      ),
    ),
);

/** Months are told of in the first ten days of the next. */
const LAG = 10;
/** So coarse that the next count does not say what somebody reported in between. */
const COARSE = 10;
const coarse = (sum: number) => Math.round(sum / COARSE) * COARSE;

/** Reported by so many of so many; nothing where the few who did not could be counted. */
const over = (who: number, among: number) =>
  isTellable(among - who) ? ([who, among] as const) : ([null, null] as const);

/** Hours that champions promised, and what they reported. */
export const hours: Measure = {
  key: 'hours',
  name: 'Hours promised and reported',
  definition:
    'The hours a month that the champions active at the month’s end have agreed with their managers, and what these champions reported for the month. A later report takes the place of an earlier one. A month is told of from the eleventh of the next, when champions have had ten days to report it; sums are rounded to ten hours, so that nobody’s own can be worked out.',
  cannotTell:
    'What the hours were good for, and whose were missing. Who reported nothing may have spent many. Hours that were agreed anew count as they are agreed today.',
  about: 'month',
  lag: LAG,
  version: 2,
  shown: ['reported', 'promised'],
  drawn: ['reported', 'promised'],
  aims: () => [],
  async count(span, now) {
    if (now < toldFrom(span, LAG)) return [];
    const end = endOf(span, now);
    const promising = and(wasServing(end), wasAtWork(end), isNotNull(enrolments.hoursPerMonth));
    const [asked] = await db.read
      .select({ people: countDistinct(enrolments.personId), hours: sum(enrolments.hoursPerMonth) })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .innerJoin(squads, eq(squads.id, enrolments.squadId))
      .where(promising);
    const [told] = await db.read
      .select({
        people: countDistinct(enrolments.personId),
        quarters: sql<number>`coalesce(sum(${hoursReports.quarters}), 0)`,
      })
      .from(hoursReports)
      .innerJoin(enrolments, eq(enrolments.id, hoursReports.enrolmentId))
      .innerJoin(people, eq(people.id, enrolments.personId))
      .innerJoin(squads, eq(squads.id, enrolments.squadId))
      .where(and(eq(hoursReports.month, span.month), isNewest, promising));
    if (asked!.people < FEWEST) return [fewCell(reported, 'hours'), fewCell(promised, 'hours')];
    return [
      told!.people < FEWEST
        ? fewCell(reported, 'hours')
        : cell(reported, 'hours', coarse(Number(told!.quarters) / 4), ...over(told!.people, asked!.people)),
      cell(promised, 'hours', coarse(Number(asked!.hours ?? 0)), asked!.people, asked!.people),
    ];
  },
};

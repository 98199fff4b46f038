import { and, eq, isNotNull, lt, not, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { squads } from '#db/schema/squads.ts';

import { cell } from '../cell.ts';
import type { Measure } from '../measure.ts';
import { median } from '../percentile.ts';
import { endOf } from '../span.ts';
import { hadChampion, neededChampion } from './serving.server.ts';

const DAY = 86_400_000;
/** Who left served until then, although what they did was ended later. */
const overAt = sql<number>`case when ${people.deactivatedAt} < ${enrolments.endedAt} then ${people.deactivatedAt} else coalesce(${enrolments.endedAt}, ${people.deactivatedAt}) end`;

/** For how long each squad that had nobody had been without, in whole days. */
async function daysWithout(end: number): Promise<number[]> {
  const rows = await db.read
    .select({
      createdAt: squads.createdAt,
      overAt: sql<
        number | null
      >`max(case when ${isNotNull(enrolments.activeAt)} and ${overAt} < ${end} then ${overAt} end)`,
    })
    .from(squads)
    .leftJoin(enrolments, and(eq(enrolments.squadId, squads.id), lt(enrolments.activeAt, end)))
    .leftJoin(people, eq(people.id, enrolments.personId))
    .where(and(neededChampion(end), not(hadChampion(end))))
    .groupBy(squads.id, squads.createdAt);
  const dayOf = (at: number) => Math.floor(at / DAY);
  return rows.map(({ createdAt, overAt: last }) =>
    Math.max(0, dayOf(end - 1) - dayOf(Number(last ?? createdAt))),
  );
}

/** Squads without a champion, and for how long. */
export const vacancy: Measure = {
  key: 'vacancy',
  name: 'Vacancy',
  definition:
    'How many squads at work in which somebody develops had no active champion at the month’s end (of the running month, now), and the median of the days they had been without: since the last one stopped, else since the squad began.',
  cannotTell: 'Why nobody serves there. The median says nothing of the squad that waits longest.',
  about: 'state',
  version: 2,
  shown: ['days', 'squads'],
  drawn: ['days'],
  aims: () => [],
  async count(span, now) {
    const days = await daysWithout(endOf(span, now));
    return [
      cell(
        { key: 'days', words: 'Median days without a champion' },
        'days',
        median(days),
        days.length,
        days.length,
      ),
      cell({ key: 'squads', words: 'Squads without a champion' }, 'count', days.length),
    ];
  },
};

import { count, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { squads } from '#db/schema/squads.ts';

import { shareCell } from '../cell.ts';
import type { Measure } from '../measure.ts';
import { endOf } from '../span.ts';
import { hadChampion, neededChampion } from './serving.server.ts';

/** Squads with a champion. */
export const coverage: Measure = {
  key: 'coverage',
  name: 'Coverage',
  definition:
    'Of the squads at work in which somebody develops, the share with at least one active champion at the month’s end; of the running month, now.',
  cannotTell:
    'Whether the champion has the time, is asked, or is heard. How many developers a squad states is known as of today alone.',
  about: 'state',
  version: 1,
  shown: ['all'],
  drawn: ['all'],
  aims: ({ coverage: aim }) =>
    aim ? [{ line: 'all', side: 'at-least', value: aim.atLeast / 100, source: aim.source }] : [],
  async count(span, now) {
    const end = endOf(span, now);
    const [row] = await db.read
      .select({ all: count(), covered: count(sql`case when ${hadChampion(end)} then 1 end`) })
      .from(squads)
      .where(neededChampion(end));
    return [shareCell({ key: 'all', words: 'Squads with a champion' }, row!.covered, row!.all)];
  },
};

import { and, count, countDistinct, eq, exists, gte, lt } from 'drizzle-orm';

import { beltRules } from '#app/belts/rules.server.ts';
import { db } from '#db/database.server.ts';
import { beltStandings, promotions } from '#db/schema/belts.ts';

import { partCells } from '../cell.ts';
import type { Measure } from '../measure.ts';

/** A promotion outlives a belt that was taken back; a standing does not. */
const stands = exists(
  db.read
    .select({ belt: beltStandings.belt })
    .from(beltStandings)
    .where(and(eq(beltStandings.personId, promotions.personId), eq(beltStandings.belt, promotions.belt))),
);

/** Belts that people earned. */
export const beltsEarned: Measure = {
  key: 'belts-earned',
  name: 'Belts earned',
  definition:
    'How many people earned a belt in the month, and how many each of them: counted when its last requirement was met, for the first time. A belt that was taken back is not counted.',
  cannotTell:
    'Whether what was learnt is used. A month in which many earn one may only be the month after a campaign.',
  about: 'month',
  version: 2,
  shown: [],
  drawn: ['all'],
  aims: () => [],
  async count({ from, until }) {
    const inMonth = and(gte(promotions.earnedAt, from), lt(promotions.earnedAt, until), stands);
    const [all] = await db.read
      .select({ people: countDistinct(promotions.personId) })
      .from(promotions)
      .where(inMonth);
    const rows = await db.read
      .select({ belt: promotions.belt, people: count() })
      .from(promotions)
      .where(inMonth)
      .groupBy(promotions.belt);
    const of = new Map(rows.map(({ belt, people }) => [belt, people]));
    return partCells(
      { key: 'all', words: 'People who earned a belt', people: all!.people },
      beltRules().belts.map(({ key, name }) => ({ key, words: name, people: of.get(key) ?? 0 })),
    );
  },
};

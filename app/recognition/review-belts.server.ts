import { and, asc, eq, gte, isNull, lt, notInArray, or } from 'drizzle-orm';

import { beltNamed } from '#app/belts/rules.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { db } from '#db/database.server.ts';
import { beltStandings, promotions } from '#db/schema/belts.ts';

import type { YearSpan } from './review-year.server.ts';

/** The belts somebody earned in a year, and those they held from before. */
export async function beltsIn(personId: string, { from, to }: YearSpan) {
  const earned = await db.read
    .select({ belt: promotions.belt, at: promotions.earnedAt })
    .from(promotions)
    // A promotion outlives a belt that was taken back; a standing does not.
    .innerJoin(
      beltStandings,
      and(eq(beltStandings.personId, promotions.personId), eq(beltStandings.belt, promotions.belt)),
    )
    .where(
      and(eq(promotions.personId, personId), gte(promotions.earnedAt, from), lt(promotions.earnedAt, to)),
    )
    .orderBy(asc(promotions.earnedAt), asc(promotions.belt));
  const kept = await db.read
    .select({ belt: beltStandings.belt, at: beltStandings.since })
    .from(beltStandings)
    .where(
      and(
        eq(beltStandings.personId, personId),
        lt(beltStandings.since, to),
        // What is held now has no end in the past that counts: `until` is when it became due.
        or(
          notInArray(beltStandings.state, ['lapsed']),
          isNull(beltStandings.until),
          gte(beltStandings.until, from),
        ),
      ),
    )
    .orderBy(asc(beltStandings.since), asc(beltStandings.belt));
  const held = kept.filter(({ belt }) => !earned.some((one) => one.belt === belt));
  const named = ({ belt, at }: { belt: string; at: number }) => ({
    belt,
    name: beltNamed(beltRules(), belt)?.name ?? belt,
    at,
  });
  return [
    ...held.map((one) => ({ ...named(one), how: 'held' as const })),
    ...earned.map((one) => ({ ...named(one), how: 'earned' as const })),
  ];
}

import { and, eq, isNotNull, lte, ne } from 'drizzle-orm';

import { recordFact } from '#app/facts/facts.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { promotions } from '#db/schema/belts.ts';
import { enrolments } from '#db/schema/champions.ts';

import { beltNamed, type Rules } from './rules.ts';

type Earned = { belt: string; earnedAt: number };

/**
 * Celebrates belts that somebody holds for the first time, once and for good, and tells them. That they got there is a
 * fact about whoever was their buddy on the way.
 */
export async function promote(
  tx: Tx,
  personId: string,
  earned: readonly Earned[],
  { rules, now }: { rules: Rules; now: number },
): Promise<void> {
  for (const { belt, earnedAt } of earned) {
    const [made] = await tx
      .insert(promotions)
      .values({ id: newId(), personId, belt, earnedAt, madeAt: now })
      .onConflictDoNothing()
      .returning({ id: promotions.id });
    if (!made) continue;
    await tell(tx, {
      personId,
      kind: 'belt',
      text: `${beltNamed(rules, belt)?.name ?? belt}: you hold it now. Congratulations!`,
      path: paths.promotion(made.id),
      now,
    });
    for (const buddyId of await buddiesOf(tx, personId, earnedAt))
      await recordFact(tx, {
        kind: 'mentored',
        personId: buddyId,
        at: earnedAt,
        source: { room: 'belts', id: made.id },
        details: { personId, belt },
        by: null,
        now,
      });
  }
}

/** Whoever is somebody's buddy in an enrolment that goes on, and did when they earned it. */
async function buddiesOf(tx: Tx, personId: string, earnedAt: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ buddyId: enrolments.buddyId })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.personId, personId),
        isNotNull(enrolments.ongoing),
        ne(enrolments.buddyId, personId),
        lte(enrolments.appliedAt, earnedAt),
      ),
    );
  return rows.flatMap(({ buddyId }) => (buddyId === null ? [] : [buddyId]));
}

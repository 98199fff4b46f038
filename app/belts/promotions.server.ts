import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { activities, evidence, evidenceSteps, promotions } from '#db/schema/belts.ts';
import { facts } from '#db/schema/facts.ts';

import { attestationsOf } from './attestations.server.ts';
import { visibleGrowth } from './growth.server.ts';
import type { Requirement } from './rules.ts';

/** A promotion through somebody's eyes; null when it isn't theirs to see. */
export async function visiblePromotion(viewer: Viewer, id: string) {
  const [promotion] = await db.read.select().from(promotions).where(eq(promotions.id, id));
  const growth = promotion && (await visibleGrowth(viewer, promotion.personId));
  return growth ? { promotion, ...growth } : null;
}

/** The belts somebody was ever promoted to, oldest first. */
export const promotionsOf = (personId: string) =>
  db.read
    .select({ id: promotions.id, belt: promotions.belt, earnedAt: promotions.earnedAt })
    .from(promotions)
    .where(eq(promotions.personId, personId))
    .orderBy(asc(promotions.earnedAt), asc(promotions.belt));

/** Who helped somebody to a belt: their buddy, who confirmed their sessions, and who looked at what they showed. */
export async function helpersOf(
  { id, personId }: { id: string; personId: string },
  requirements: readonly Requirement[],
): Promise<{ name: string; how: 'buddy' | 'participant' | 'assessor' }[]> {
  const buddies = await db.read
    .select({ id: facts.personId })
    .from(facts)
    .where(and(eq(facts.room, 'belts'), eq(facts.sourceId, id), eq(facts.kind, 'mentored')));
  const shown = await db.read
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.personId, personId),
        eq(evidence.state, 'approved'),
        inArray(
          evidence.requirement,
          requirements.map((asked) => asked.id),
        ),
      ),
    );
  const ids = shown.map((one) => one.id);
  const assessors = ids.length === 0 ? [] : await approversOf(ids);
  const asksToLead = requirements.some(
    (asked) => asked.kind === 'activity' && asked.activity === 'threat-modelling',
  );
  const led = asksToLead ? await sessionsOf(personId) : [];
  const attested = await Promise.all([
    ...ids.map((one) => attestationsOf('evidence', one)),
    ...led.map((one) => attestationsOf('activity', one.id)),
  ]);
  const confirmed = attested.flat().filter(({ answer }) => answer === 'confirmed');
  const helped = [
    ...buddies.map((one) => ({ id: one.id, how: 'buddy' as const })),
    ...confirmed.map(({ person }) => ({ id: person.id, how: 'participant' as const })),
    ...assessors.map((one) => ({ id: one.id, how: 'assessor' as const })),
  ];
  const names = await namesOf(helped.map((one) => one.id));
  const once = new Map(helped.reverse().map((one) => [one.id, one]));
  return [...once.values()].reverse().map((one) => ({ name: names.get(one.id) ?? '', how: one.how }));
}

const sessionsOf = (personId: string) =>
  db.read
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.personId, personId),
        isNotNull(activities.confirmedAt),
        isNull(activities.withdrawnAt),
      ),
    )
    .orderBy(asc(activities.createdAt))
    .limit(10);

const approversOf = (evidenceIds: string[]) =>
  db.read
    .selectDistinct({ id: evidenceSteps.byId })
    .from(evidenceSteps)
    .where(and(inArray(evidenceSteps.evidenceId, evidenceIds), eq(evidenceSteps.step, 'approved')));

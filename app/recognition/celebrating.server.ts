import { and, desc, eq, inArray, isNull, notExists } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { membersOf } from '#app/squads/members.server.ts';
import { db } from '#db/database.server.ts';
import { inParts } from '#db/parts.ts';
import { squadGoals, squadGoalsReached } from '#db/schema/recognition.ts';
import { squads } from '#db/schema/squads.ts';

import { areEnough, pointsOf, seasonsAt } from './goals.server.ts';

/** Tells the people of those of these squads that have reached their goal for this season, once a season. */
export async function celebrateGoals(squadIds: ReadonlySet<string>, now: number): Promise<void> {
  const { season } = await seasonsAt(now);
  for (const part of inParts([...squadIds])) {
    const targets = await targetsOf(part, season);
    if (targets.size === 0) continue;
    const sums = await pointsOf([...targets.keys()], season);
    for (const [squadId, { name, target }] of targets)
      if ((sums.get(squadId) ?? 0) >= target) await celebrate({ id: squadId, name }, season, target, now);
  }
}

/** Celebrates what was reached while nobody looked: the process ended in between, or too few people were there then. */
export async function celebrateMissedGoals(now: number): Promise<void> {
  const { season } = await seasonsAt(now);
  const celebrated = db.read
    .select({ squadId: squadGoalsReached.squadId })
    .from(squadGoalsReached)
    .where(and(eq(squadGoalsReached.squadId, squadGoals.squadId), eq(squadGoalsReached.season, season)));
  const rows = await db.read
    .selectDistinct({ squadId: squadGoals.squadId })
    .from(squadGoals)
    .where(and(eq(squadGoals.season, season), isNull(squadGoals.takenBackAt), notExists(celebrated)));
  await celebrateGoals(new Set(rows.map(({ squadId }) => squadId)), now);
}

/** What these squads aim for, of those that are at work. */
async function targetsOf(squadIds: readonly string[], season: string) {
  const rows = await db.read
    .select({ squadId: squadGoals.squadId, target: squadGoals.target, name: squads.name })
    .from(squadGoals)
    .innerJoin(squads, and(eq(squads.id, squadGoals.squadId), isNull(squads.archivedAt)))
    .where(
      and(
        inArray(squadGoals.squadId, [...squadIds]),
        eq(squadGoals.season, season),
        isNull(squadGoals.takenBackAt),
      ),
    )
    .orderBy(desc(squadGoals.setAt), desc(squadGoals.id));
  const targets = new Map<string, { target: number; name: string }>();
  for (const { squadId, ...row } of rows) if (!targets.has(squadId)) targets.set(squadId, row);
  return targets;
}

/** Of a squad with too few people, nobody hears of a number. */
async function celebrate(
  { id, name }: { id: string; name: string },
  season: string,
  target: number,
  now: number,
) {
  await db.write(async (tx) => {
    const members = await membersOf(id);
    if (!(await areEnough(id, season, now))) return;
    const [first] = await tx
      .insert(squadGoalsReached)
      .values({ squadId: id, season, reachedAt: now })
      .onConflictDoNothing()
      .returning({ squadId: squadGoalsReached.squadId });
    if (!first) return;
    for (const { id: personId } of members)
      await tell(tx, {
        personId,
        kind: 'recognition',
        text: `${name} has reached its goal for this season: ${target} points, together. Well done!`,
        path: paths.squadGoal(id),
        now,
      });
  });
}

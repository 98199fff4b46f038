/** Setting a squad's goal, and thinking better of it. */
import { and, eq, gt, isNull } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { squadGoals } from '#db/schema/recognition.ts';

import { pointsOf, seasonsAt, visibleSquadGoal } from './goals.server.ts';

/** For so long a goal can be taken back; after that it is set anew. */
const TAKING_BACK = 60 * 60_000;

/** Sets the goal of a squad for this season or the next; the newest holds. Answers its id, by which it can be taken back. */
export async function setGoal(
  by: Viewer,
  squadId: string,
  { season: which, target }: { season: 'this' | 'next'; target: number },
  now: number,
): Promise<{ id: string } | { refused: 'not-yours' | 'too-few' | 'reached' }> {
  const { season: current, next } = await seasonsAt(now);
  const season = which === 'this' ? current : next;
  return db.write(async (tx) => {
    const seen = await visibleSquadGoal(by, squadId, now);
    if (!seen?.maySet) return { refused: 'not-yours' };
    if (!seen.isEnough) return { refused: 'too-few' };
    if (((await pointsOf([squadId], season)).get(squadId) ?? 0) >= target) return { refused: 'reached' };
    const id = newId();
    await tx.insert(squadGoals).values({ id, squadId, season, target, setBy: by.id, setAt: now });
    return { id };
  });
}

/** Takes back a goal that one has set within the last hour: the one before holds again. False where there is none such. */
export async function takeGoalBack(
  by: Pick<Viewer, 'id'>,
  { squadId, id }: { squadId: string; id: string },
  now: number,
): Promise<boolean> {
  return db.write(async (tx) => {
    const taken = await tx
      .update(squadGoals)
      .set({ takenBackAt: now })
      .where(
        and(
          eq(squadGoals.id, id),
          eq(squadGoals.squadId, squadId),
          eq(squadGoals.setBy, by.id),
          isNull(squadGoals.takenBackAt),
          gt(squadGoals.setAt, now - TAKING_BACK),
        ),
      )
      .returning({ id: squadGoals.id });
    return taken.length > 0;
  });
}

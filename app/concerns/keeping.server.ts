/** How a concern is written: where it stands, what happened as a row, and who has held it. */
import { count, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { concernHolders, concerns, concernSteps } from '#db/schema/concerns.ts';

import type { Happening, Standing } from './concern.ts';
import { tellAbout } from './telling.server.ts';

type Concern = typeof concerns.$inferSelect;
export type Took = { step: Happening; byId: string | null; note?: string; now: number };

/** How many steps a concern has seen. */
export async function stepsSoFar(concernId: string): Promise<number> {
  const [row] = await db.read
    .select({ steps: count() })
    .from(concernSteps)
    .where(eq(concernSteps.concernId, concernId));
  return row?.steps ?? 0;
}

/** Writes down that something happened to a concern, and tells whom it concerns. Returns the concern as it is now. */
export async function keep(tx: Tx, before: Concern, standing: Standing, took: Took): Promise<Concern> {
  const hasMoved = before.level !== standing.level || before.holderId !== standing.holderId;
  const changes = {
    ...standing,
    levelSince: hasMoved ? took.now : before.levelSince,
    changedAt: took.now,
    closedAt: standing.state === 'closed' ? (before.closedAt ?? took.now) : null,
  };
  await tx.update(concerns).set(changes).where(eq(concerns.id, before.id));
  await noteStep(tx, before.id, standing, took);
  await tellAbout(tx, before, before, standing, took);
  return { ...before, ...changes };
}

/** The row of a step; whoever holds the concern from then on goes on seeing it. */
export async function noteStep(
  tx: Tx,
  concernId: string,
  { level, holderId }: Standing,
  { step, byId, note, now }: Took,
): Promise<void> {
  const number = (await stepsSoFar(concernId)) + 1;
  await tx
    .insert(concernSteps)
    .values({ id: newId(), concernId, number, step, byId, at: now, note: note ?? null, level, holderId });
  if (holderId === null) return;
  await tx
    .insert(concernHolders)
    .values({ id: newId(), concernId, personId: holderId, since: now })
    .onConflictDoNothing();
}

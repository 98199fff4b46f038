/** How an action item moves on: one command, one row with who and when, one new state. */
import { and, desc, eq } from 'drizzle-orm';

import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { actionItems, actionItemSteps } from '#db/schema/action-items.ts';

import { dueAt, FAR_FUTURE, type Refusal, type Standing, type Step, take } from './action-item.ts';
import { asSeverity } from './severity.ts';

type Row = typeof actionItems.$inferSelect;

/** What the rules need to know of a row: who completed it, too. */
export async function standing(row: Pick<Row, 'id' | 'state' | 'ownerId'>): Promise<Standing> {
  if (row.state !== 'done') return { state: row.state, ownerId: row.ownerId, completedBy: null };
  const [completion] = await db.read
    .select({ byId: actionItemSteps.byId })
    .from(actionItemSteps)
    .where(and(eq(actionItemSteps.actionItemId, row.id), eq(actionItemSteps.step, 'completed')))
    .orderBy(desc(actionItemSteps.at), desc(actionItemSteps.id))
    .limit(1);
  return { state: row.state, ownerId: row.ownerId, completedBy: completion?.byId ?? null };
}

/** Notes that what an item says was changed, and which parts of it. */
export async function noteChange(
  tx: Tx,
  itemId: string,
  parts: string[],
  byId: string,
  at: number,
): Promise<void> {
  const note = parts.join(', ');
  await tx
    .insert(actionItemSteps)
    .values({ id: newId(), actionItemId: itemId, step: 'changed', at, byId, note });
}

/** Takes a step for an item that was looked up through the viewer. Refuses when the rules do. */
export async function takeStep(
  id: string,
  step: Step,
  { byId, note, now }: { byId: string; note: string; now: number },
): Promise<{ taken: Step } | { refused: Refusal }> {
  return db.write(async (tx) => {
    const [row] = await tx.select().from(actionItems).where(eq(actionItems.id, id));
    if (!row) return { refused: 'not-now' };
    const stands = await standing(row);
    const state = take(step, stands, byId, note);
    if (typeof state !== 'string') return state;
    const clockFrom = row.clockFrom ?? (state === 'open' ? now : null);
    const due = dueAt({ clockFrom, dueOn: row.dueOn, severity: asSeverity(row.severity) });
    await tx
      .update(actionItems)
      .set({ state, clockFrom, dueAt: due, dueOrder: due ?? FAR_FUTURE, version: row.version + 1 })
      .where(eq(actionItems.id, id));
    await tx.insert(actionItemSteps).values({ id: newId(), actionItemId: id, step, at: now, byId, note });
    const source = { room: 'action-items', id };
    const fixer = row.ownerId ?? stands.completedBy;
    if (step === 'verified' && fixer !== null)
      await recordFact(tx, {
        kind: 'fix-verified',
        personId: fixer,
        at: now,
        source,
        details: { item: id, vouchers: [byId] },
        by: byId,
        now,
      });
    if (step === 'reopened') await undoFacts(tx, source, { by: byId, now });
    return { taken: step };
  });
}

/** The item that a meeting is at, and what becomes of it; in the transactions of whoever runs it. */
import { and, eq, isNull } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { agendaItems, agendaTurns } from '#db/schema/meetings.ts';

import { isTaken } from './item-keys.server.ts';
import { onceKey, openKey } from './item-keys.ts';

/** The turn that a meeting is in; null between items, and where it does not run. */
export async function runningTurn(tx: Tx, meetingId: string) {
  const [turn] = await tx.select().from(agendaTurns).where(eq(agendaTurns.running, meetingId));
  return turn ?? null;
}

/** Whether an item is on the agenda of a meeting, and still to be had. */
export async function isOpenHere(tx: Tx, meetingId: string, itemId: string): Promise<boolean> {
  const [item] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(ofMeeting(meetingId, itemId, 'open'));
  return item !== undefined;
}

const ofMeeting = (meetingId: string, itemId: string, state: 'open' | 'done') =>
  and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId), eq(agendaItems.state, state));

/** Stops the clock of the item that a meeting is at. Answers whether that is done with by it. */
export async function closeTurn(tx: Tx, meetingId: string, done: boolean, now: number): Promise<boolean> {
  const [turn] = await tx
    .update(agendaTurns)
    .set({ untilAt: now, running: null })
    .where(and(eq(agendaTurns.running, meetingId), isNull(agendaTurns.untilAt)))
    .returning({ itemId: agendaTurns.itemId });
  return turn !== undefined && done && markItem(tx, meetingId, turn.itemId, 'done');
}

/**
 * Says that an item was had, or that it was not, after all. Answers whether that is news: what stands open elsewhere
 * meanwhile, or comes from what does, is not opened here.
 */
export async function markItem(
  tx: Tx,
  meetingId: string,
  itemId: string,
  as: 'done' | 'open',
): Promise<boolean> {
  const [item] = await tx
    .select()
    .from(agendaItems)
    .where(ofMeeting(meetingId, itemId, as === 'done' ? 'open' : 'done'));
  if (!item) return false;
  const keys = as === 'open' ? { open: openKey(item), once: onceKey(item) } : { open: null, once: null };
  if (keys.open !== null && (await tx.$count(agendaItems, eq(agendaItems.open, keys.open))) > 0) return false;
  if (await isTaken(tx, keys.once)) return false;
  await tx
    .update(agendaItems)
    .set({ state: as, ...keys, version: item.version + 1 })
    .where(eq(agendaItems.id, itemId));
  return true;
}

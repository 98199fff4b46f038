/** A meeting takes place: it is started, goes from item to item, and ends. */
import { and, asc, eq, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { agendaItems, agendaTurns, meetings, meetingSteps } from '#db/schema/meetings.ts';

import { carryOver, uncarry } from './carrying.server.ts';
import { onceKey, openKey } from './item-keys.ts';
import { recordPresented } from './presenting.server.ts';
import type { Turn } from './running.ts';
import { meetingTopic } from './told.ts';

type By = { id: string };
type Refused = { refused: 'not-now' };

/** The turns of a meeting, first to last. */
export const turnsOf = (meetingId: string): Promise<Turn[]> =>
  db.read
    .select({
      id: agendaTurns.id,
      itemId: agendaTurns.itemId,
      fromAt: agendaTurns.fromAt,
      untilAt: agendaTurns.untilAt,
    })
    .from(agendaTurns)
    .where(eq(agendaTurns.meetingId, meetingId))
    .orderBy(asc(agendaTurns.fromAt), asc(agendaTurns.id));

const step = (tx: Tx, meetingId: string, name: 'started' | 'ended' | 'resumed', by: By, at: number) =>
  tx.insert(meetingSteps).values({ id: newId(), meetingId, step: name, byId: by.id, at, note: '' });

/** Starts a meeting. Refuses one that is not planned: another has started it, or it is skipped. */
export async function startMeeting(id: string, by: By, now: number): Promise<{ started: true } | Refused> {
  return db.write(async (tx) => {
    const [started] = await tx
      .update(meetings)
      .set({ state: 'running', startedAt: now })
      .where(and(eq(meetings.id, id), eq(meetings.state, 'planned')))
      .returning({ id: meetings.id });
    if (!started) return { refused: 'not-now' };
    await step(tx, id, 'started', by, now);
    db.announce(meetingTopic(id));
    return { started: true };
  });
}

/**
 * Ends a meeting that runs: its clock stops, and what was not reached goes on to the next one. `done`: the item that it
 * is at is done with it.
 */
export async function endMeeting(
  id: string,
  { done }: { done: boolean },
  by: By,
  now: number,
): Promise<{ carried: number; to: string | null } | Refused> {
  return db.write(async (tx) => {
    const [meeting] = await tx
      .update(meetings)
      .set({ state: 'ended', endedAt: now })
      .where(and(eq(meetings.id, id), eq(meetings.state, 'running')))
      .returning();
    if (!meeting) return { refused: 'not-now' };
    await closeTurn(tx, id, done, now);
    await step(tx, id, 'ended', by, now);
    const carried = await carryOver(tx, meeting, by, now);
    await recordPresented(tx, meeting, by, now);
    db.announce(meetingTopic(id));
    return carried;
  });
}

/** Goes on with a meeting that was ended: what was carried comes back. */
export async function resumeMeeting(id: string, by: By, now: number): Promise<{ resumed: true } | Refused> {
  return db.write(async (tx) => {
    const [meeting] = await tx
      .update(meetings)
      .set({ state: 'running', endedAt: null })
      .where(and(eq(meetings.id, id), eq(meetings.state, 'ended')))
      .returning();
    if (!meeting) return { refused: 'not-now' };
    await step(tx, id, 'resumed', by, now);
    await uncarry(tx, meeting);
    db.announce(meetingTopic(id));
    return { resumed: true };
  });
}

export type Going = {
  /** the turn that is left, as whoever goes on sees it; "": none */
  from: string;
  /** the item to go to; null: to none */
  to: string | null;
  /** whether the item that is left is done with */
  done: boolean;
};

/**
 * Goes from the item that a meeting is at to another. Refuses where it does not run, where it is not at what is left
 * (somebody has gone on already), or where there is nothing of this name to go to.
 */
export async function goTo(
  meetingId: string,
  { from, to, done }: Going,
  by: By,
  now: number,
): Promise<{ went: true } | { refused: 'not-now' | 'elsewhere' | 'unknown' }> {
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    if (meeting?.state !== 'running') return { refused: 'not-now' };
    const [turn] = await tx.select().from(agendaTurns).where(eq(agendaTurns.running, meetingId));
    if ((turn?.id ?? '') !== from) return { refused: 'elsewhere' };
    if (to !== null && !(await isOpenHere(tx, meetingId, to))) return { refused: 'unknown' };
    await closeTurn(tx, meetingId, done, now);
    if (to !== null)
      await tx.insert(agendaTurns).values({
        id: newId(),
        meetingId,
        itemId: to,
        fromAt: now,
        untilAt: null,
        byId: by.id,
        running: meetingId,
      });
    db.announce(meetingTopic(meetingId));
    return { went: true };
  });
}

async function isOpenHere(tx: Tx, meetingId: string, itemId: string): Promise<boolean> {
  const [item] = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(ofMeeting(meetingId, itemId, 'open'));
  return item !== undefined;
}

const ofMeeting = (meetingId: string, itemId: string, state: 'open' | 'done') =>
  and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId), eq(agendaItems.state, state));

async function closeTurn(tx: Tx, meetingId: string, done: boolean, now: number): Promise<void> {
  const [turn] = await tx
    .update(agendaTurns)
    .set({ untilAt: now, running: null })
    .where(and(eq(agendaTurns.running, meetingId), isNull(agendaTurns.untilAt)))
    .returning({ itemId: agendaTurns.itemId });
  if (turn && done) await markItem(tx, meetingId, turn.itemId, 'done');
}

/** Says that an item was had, or that it was not, after all. Answers whether that is news. */
async function markItem(tx: Tx, meetingId: string, itemId: string, as: 'done' | 'open'): Promise<boolean> {
  const [item] = await tx
    .select()
    .from(agendaItems)
    .where(ofMeeting(meetingId, itemId, as === 'done' ? 'open' : 'done'));
  if (!item) return false;
  const keys = as === 'open' ? { open: openKey(item), once: onceKey(item) } : { open: null, once: null };
  await tx
    .update(agendaItems)
    .set({ state: as, ...keys, version: item.version + 1 })
    .where(eq(agendaItems.id, itemId));
  return true;
}

/** The same by itself, while a meeting runs. Refuses where it does not, or the item stands so already. */
export async function settleItem(
  meetingId: string,
  itemId: string,
  as: 'done' | 'open',
): Promise<{ settled: true } | Refused> {
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    if (meeting?.state !== 'running' || !(await markItem(tx, meetingId, itemId, as)))
      return { refused: 'not-now' };
    db.announce(meetingTopic(meetingId));
    return { settled: true };
  });
}

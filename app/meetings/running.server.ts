/** A meeting takes place: it is started, goes from item to item, and ends. */
import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { agendaItems, agendaTurns, meetings, meetingSteps } from '#db/schema/meetings.ts';

import { TEMPLATE } from './agenda.ts';
import { carryOver, uncarry } from './carrying.server.ts';
import { seenBy } from './items.server.ts';
import { isOver } from './meeting.ts';
import { minutesChanged } from './minutes-change.server.ts';
import { recordPresented } from './presenting.server.ts';
import { mayStart, type Turn } from './running.ts';
import { meetingTopic } from './told.ts';
import { closeTurn, isOpenHere, markItem, runningTurn } from './turns.server.ts';

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

/**
 * Starts a meeting. Refuses one that is not planned: another has started it, or it is skipped; and as `early` more than
 * a day before its time. What was carried on when nobody had begun it in time comes back.
 */
export async function startMeeting(
  id: string,
  by: By,
  now: number,
): Promise<{ started: true } | Refused | { refused: 'early' }> {
  return db.write(async (tx) => {
    const [meeting] = await tx
      .select()
      .from(meetings)
      .where(and(eq(meetings.id, id), eq(meetings.state, 'planned')));
    if (!meeting) return { refused: 'not-now' };
    if (!mayStart(meeting, now)) return { refused: 'early' };
    await tx.update(meetings).set({ state: 'running', startedAt: now }).where(eq(meetings.id, id));
    if (isOver(meeting, now)) await uncarry(tx, meeting);
    await step(tx, id, 'started', by, now);
    db.announce(meetingTopic(id));
    return { started: true };
  });
}

/**
 * Ends a meeting that runs: its clock stops, and what was not reached goes on to the next one. `done`: the item that it
 * is at is done with it, where that is still the turn that was seen (`from`). Returns how many were carried of what who
 * ends it may see.
 */
export async function endMeeting(
  id: string,
  { from, done }: Omit<Going, 'to'>,
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
    const turn = await runningTurn(tx, id);
    const isNews = await closeTurn(tx, id, done && turn?.id === from, now);
    await step(tx, id, 'ended', by, now);
    const seen = await tx.$count(agendaItems, and(goesOnFrom(id), seenBy(by)));
    const { carried, to } = await carryOver(tx, meeting, by, now);
    await recordPresented(tx, meeting, by, now);
    if (isNews || carried > 0) await minutesChanged(tx, meeting, by, now);
    db.announce(meetingTopic(id));
    return { carried: seen, to };
  });
}

/** What is carried when a meeting ends. */
const goesOnFrom = (meetingId: string) =>
  and(
    eq(agendaItems.meetingId, meetingId),
    eq(agendaItems.state, 'open'),
    or(isNull(agendaItems.sourceRoom), ne(agendaItems.sourceRoom, TEMPLATE)),
  );

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
    const turn = await runningTurn(tx, meetingId);
    if ((turn?.id ?? '') !== from) return { refused: 'elsewhere' };
    if (to !== null && !(await isOpenHere(tx, meetingId, to))) return { refused: 'unknown' };
    const isNews = await closeTurn(tx, meetingId, done, now);
    if (isNews) await minutesChanged(tx, meeting, by, now);
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

/** The same by itself, while a meeting runs. Refuses where it does not, or that is no news. */
export async function settleItem(
  meetingId: string,
  itemId: string,
  as: 'done' | 'open',
  by: By,
  now: number,
): Promise<{ settled: true } | Refused> {
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    if (meeting?.state !== 'running' || !(await markItem(tx, meetingId, itemId, as)))
      return { refused: 'not-now' };
    await minutesChanged(tx, meeting, by, now);
    db.announce(meetingTopic(meetingId));
    return { settled: true };
  });
}

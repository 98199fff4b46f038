/** What was not reached goes on to the next meeting, as a row of its own, and comes back when that is undone. */
import { and, asc, desc, eq, isNotNull, isNull, or } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';

import { isPlaceholder } from './agenda.ts';
import { isTaken } from './item-keys.server.ts';
import { onceKey, openKey } from './item-keys.ts';
import { nextPlanned } from './next-meeting.server.ts';
import { closeGap, orderIn, settle } from './positions.server.ts';

type Item = typeof agendaItems.$inferSelect;
type Meeting = { id: string; seriesId: string; startsAt: number };

/**
 * Carries what is still open in a meeting that ends or is skipped: in front of what the next planned meeting of its
 * series has that is still to come, or back to the proposals where there is none. Parts of the template that nobody
 * filled stay behind. Of what is carried already nothing is done again. Returns how many were carried, and where to.
 */
export async function carryOver(
  tx: Tx,
  { id, seriesId, startsAt }: Meeting,
  by: { id: string | null },
  now: number,
): Promise<{ carried: number; to: string | null }> {
  const open = await tx
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, id), eq(agendaItems.state, 'open')))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  if (open.length === 0) return { carried: 0, to: null };
  const next = await nextPlanned(tx, seriesId, Math.max(startsAt, now));
  const waiting = next ? await orderIn(tx, next.id) : [];
  const carried: string[] = [];
  for (const item of open) {
    if (isPlaceholder(item)) await leave(tx, item);
    else carried.push(await goOn(tx, item, next && { meetingId: next.id, placedBy: by.id, placedAt: now }));
  }
  if (next) await settle(tx, next.id, [...carried, ...waiting]);
  return { carried: carried.length, to: next?.id ?? null };
}

const nowhere = { meetingId: null, placedBy: null, placedAt: null };
type Place = Pick<Item, 'meetingId' | 'placedBy' | 'placedAt'>;

/** An open item stays where it is, as carried. */
const leave = (tx: Tx, { id, version }: Item) =>
  tx
    .update(agendaItems)
    .set({ state: 'carried', open: null, once: null, version: version + 1 })
    .where(eq(agendaItems.id, id));

async function goOn(tx: Tx, item: Item, place: Place | null): Promise<string> {
  await leave(tx, item);
  const id = newId();
  const carried = item.carried + 1;
  await tx
    .insert(agendaItems)
    .values({ ...item, ...(place ?? nowhere), id, position: 0, carried, outcome: '', version: 1 });
  return id;
}

/**
 * Takes an open item off the agenda of a meeting that runs: it stays there with what was written of it, and goes on
 * among the proposals. That nobody placed it there any more tells it from what was not reached.
 */
export async function takeOff(tx: Tx, item: Item): Promise<void> {
  await goOn(tx, item, null);
  await tx.update(agendaItems).set({ placedBy: null, placedAt: null }).where(eq(agendaItems.id, item.id));
}

/**
 * The row that an item left behind on an agenda it was carried on from, with the row that waits among the proposals
 * since; asked by either of them. Null where there is none.
 */
export async function leftBehind(
  tx: Tx,
  id: string,
  meetingId: string,
): Promise<{ left: Item; later: Item } | null> {
  const [known] = await tx.select().from(agendaItems).where(eq(agendaItems.id, id));
  if (!known) return null;
  const [left] = await tx
    .select()
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.lineageId, known.lineageId),
        eq(agendaItems.meetingId, meetingId),
        eq(agendaItems.state, 'carried'),
      ),
    )
    .orderBy(desc(agendaItems.carried))
    .limit(1);
  const later = left && (await notHadYet(tx, left));
  if (!later || later.meetingId !== null) return null;
  return [left.id, later.id].includes(id) ? { left, later } : null;
}

/** Opens an item again where it was left behind, with the words it has had since. Returns it as it is now. */
export async function comeBack(tx: Tx, left: Item, later: Item): Promise<Item> {
  await tx
    .update(agendaItems)
    .set({ state: 'withdrawn', open: null, once: null, version: later.version + 1 })
    .where(eq(agendaItems.id, later.id));
  const { kind, title, about, link, minutes, presenterId } = later;
  const [item] = await tx
    .update(agendaItems)
    .set({
      ...{ state: 'open', open: openKey(left), once: onceKey(left), version: left.version + 1 },
      ...{ kind, title, about, link, minutes, presenterId },
    })
    .where(eq(agendaItems.id, left.id))
    .returning();
  if (later.meetingId) await closeGap(tx, later.meetingId);
  return item!;
}

/**
 * Takes back what `carryOver` did, when a meeting goes on after all: what was said of an item meanwhile comes along.
 * What another meeting has had since, what somebody withdrew, and what was taken off the agenda while the meeting ran,
 * stays as it is.
 */
export async function uncarry(tx: Tx, { id }: Pick<Meeting, 'id'>): Promise<void> {
  const left = await tx
    .select()
    .from(agendaItems)
    .where(
      and(eq(agendaItems.meetingId, id), eq(agendaItems.state, 'carried'), isNotNull(agendaItems.placedAt)),
    );
  for (const item of left) {
    if (isPlaceholder(item)) {
      await reopenPart(tx, item);
      continue;
    }
    const later = await notHadYet(tx, item);
    if (later) await comeBack(tx, item, later);
  }
}

async function reopenPart(tx: Tx, part: Item): Promise<void> {
  const once = onceKey(part);
  if (await isTaken(tx, once)) return;
  await tx
    .update(agendaItems)
    .set({ state: 'open', open: openKey(part), once, version: part.version + 1 })
    .where(eq(agendaItems.id, part.id));
}

/** The row that an item was carried to, where that is still to come. */
async function notHadYet(tx: Tx, { seriesId, lineageId, carried }: Item): Promise<Item | null> {
  const [row] = await tx
    .select({ item: agendaItems })
    .from(agendaItems)
    .leftJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        eq(agendaItems.seriesId, seriesId),
        eq(agendaItems.lineageId, lineageId),
        eq(agendaItems.carried, carried + 1),
        eq(agendaItems.state, 'open'),
        or(isNull(agendaItems.meetingId), eq(meetings.state, 'planned')),
      ),
    );
  return row?.item ?? null;
}

/** What becomes of a proposal by whoever made it, or runs the meeting: other words, or none. */
import { and, eq, inArray, ne } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { agendaItems, meetings, meetingSeries } from '#db/schema/meetings.ts';

import { isAhead, isPlaceholder } from './agenda.ts';
import { isTaken } from './item-keys.server.ts';
import { onceKey, openKey } from './item-keys.ts';
import { agendaChanged } from './minutes-change.server.ts';
import { closeGap, meetingAhead, orderIn, settle } from './positions.server.ts';
import type { Words } from './proposing.server.ts';
import { tellPresenter } from './telling.server.ts';

type Item = typeof agendaItems.$inferSelect;
type By = { id: string; name: string };

/** The item with where it stands, while it may be changed; of one looked up through the viewer. */
async function changeable(tx: Tx, id: string) {
  const [row] = await tx
    .select({ item: agendaItems, series: meetingSeries, meeting: meetings })
    .from(agendaItems)
    .innerJoin(meetingSeries, eq(meetingSeries.id, agendaItems.seriesId))
    .leftJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.id, id), eq(agendaItems.state, 'open')));
  return row && (row.meeting === null || isAhead(row.meeting.state)) ? row : null;
}

const filled = (before: Item, words: Words) =>
  (['kind', 'title', 'about', 'link', 'presenterId'] as const).some((part) => before[part] !== words[part]);

/**
 * Saves what an item says; a presenter somebody else named is told. A part of the template that gets words of its own
 * is an item like any other from then on. Refuses with what is kept when that changed since `version`.
 */
export async function rewrite(
  by: By,
  id: string,
  version: number,
  words: Words,
  now: number,
): Promise<{ saved: number } | { refused: 'over' } | { refused: 'stale'; now: Item }> {
  return db.write(async (tx) => {
    const found = await changeable(tx, id);
    if (!found) return { refused: 'over' };
    const { item } = found;
    if (item.version !== version) return { refused: 'stale', now: item };
    const own = isPlaceholder(item) &&
      filled(item, words) && { sourceRoom: null, sourceId: null, once: null };
    const [saved] = await tx
      .update(agendaItems)
      .set({ ...words, ...own, version: version + 1 })
      .where(eq(agendaItems.id, id))
      .returning();
    if (saved!.presenterId !== item.presenterId) await tellPresenter(tx, saved!, found, by, now);
    await agendaChanged(tx, item.meetingId, by, now);
    return { saved: version + 1 };
  });
}

/** Withdraws an item. It remembers its place, to come back to. False where it is over, or withdrawn already. */
export const withdraw = (by: { id: string }, id: string, now: number): Promise<boolean> =>
  db.write(async (tx) => {
    const found = await changeable(tx, id);
    if (!found) return false;
    await takeOut(tx, found.item, by);
    await agendaChanged(tx, found.item.meetingId, by, now);
    return true;
  });

/** The same in a transaction, of an item that is open. Its place is remembered as given by whoever took it from it. */
export async function takeOut(
  tx: Tx,
  { id, version, meetingId }: Item,
  by: { id: string } | null = null,
): Promise<void> {
  await tx
    .update(agendaItems)
    .set({
      ...{ state: 'withdrawn', open: null, once: null, version: version + 1 },
      ...(by && meetingId && { placedBy: by.id }),
    })
    .where(eq(agendaItems.id, id));
  if (meetingId) await closeGap(tx, meetingId);
}

/**
 * Brings back what was withdrawn: to its place, or to the proposals where its meeting is over, or where somebody who
 * does not run the meeting brings back what another has taken off. False where it was not withdrawn, or where what it
 * came from, or another of its lineage, stands somewhere meanwhile.
 */
export const bringBack = (by: { id: string; runs: boolean }, id: string, now: number): Promise<boolean> =>
  db.write(async (tx) => {
    const [item] = await tx
      .select()
      .from(agendaItems)
      .where(and(eq(agendaItems.id, id), eq(agendaItems.state, 'withdrawn')));
    if (!item) return false;
    const mayPlace = by.runs || item.placedBy === by.id;
    const asked = mayPlace ? item : { ...item, meetingId: null };
    if (!(await putBack(tx, asked))) return false;
    await agendaChanged(tx, asked.meetingId, by, now);
    return true;
  });

/** The same in a transaction, of an item that is withdrawn. */
export async function putBack(tx: Tx, item: Item): Promise<boolean> {
  const meetingId = (await meetingAhead(tx, item.meetingId))?.id ?? null;
  if (isPlaceholder(item) && meetingId === null) return false;
  const once = onceKey({ ...item, meetingId });
  const others = and(eq(agendaItems.lineageId, item.lineageId), ne(agendaItems.id, item.id));
  if ((await tx.$count(agendaItems, and(others, inArray(agendaItems.state, ['open', 'done'])))) > 0)
    return false;
  if (await isTaken(tx, once)) return false;
  const order = meetingId ? await orderIn(tx, meetingId) : [];
  await tx
    .update(agendaItems)
    .set({
      ...{ meetingId, state: 'open', open: openKey(item), once, version: item.version + 1 },
      ...(meetingId === null && { position: 0, placedBy: null, placedAt: null }),
    })
    .where(eq(agendaItems.id, item.id));
  if (meetingId) await settle(tx, meetingId, order.toSpliced(Math.max(0, item.position - 1), 0, item.id));
  return true;
}

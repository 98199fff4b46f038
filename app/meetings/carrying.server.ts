/** What was not reached goes on to the next meeting, as a row of its own, and comes back when that is undone. */
import { and, asc, eq, isNull, or } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';

import { isPlaceholder } from './agenda.ts';
import { onceKey, openKey } from './item-keys.ts';
import { nextPlanned } from './next-meeting.server.ts';
import { closeGap, orderIn, settle } from './positions.server.ts';

type Item = typeof agendaItems.$inferSelect;
type Meeting = { id: string; seriesId: string; startsAt: number };

/**
 * Carries what is still open in a meeting that ends or is skipped: in front of what the next planned meeting of its
 * series has, or back to the proposals where there is none. Parts of the template that nobody filled stay behind. Of
 * what is carried already nothing is done again. Returns how many were carried, and where to.
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
  const next = await nextPlanned(tx, seriesId, startsAt);
  const waiting = next ? await orderIn(tx, next.id) : [];
  const carried: string[] = [];
  for (const item of open) {
    await tx
      .update(agendaItems)
      .set({ state: 'carried', open: null, once: null, version: item.version + 1 })
      .where(eq(agendaItems.id, item.id));
    if (!isPlaceholder(item))
      carried.push(await goOn(tx, item, next && { meetingId: next.id, placedBy: by.id, placedAt: now }));
  }
  if (next) await settle(tx, next.id, [...carried, ...waiting]);
  return { carried: carried.length, to: next?.id ?? null };
}

const nowhere = { meetingId: null, placedBy: null, placedAt: null };
type Place = Pick<Item, 'meetingId' | 'placedBy' | 'placedAt'>;

async function goOn(tx: Tx, item: Item, place: Place | null): Promise<string> {
  const id = newId();
  const carried = item.carried + 1;
  await tx
    .insert(agendaItems)
    .values({ ...item, ...(place ?? nowhere), id, position: 0, carried, outcome: '', version: 1 });
  return id;
}

/**
 * Takes back what `carryOver` did, when a meeting goes on after all: what was said of an item meanwhile comes along.
 * What another meeting has had since, or somebody withdrew, stays as it is.
 */
export async function uncarry(tx: Tx, { id, seriesId }: Pick<Meeting, 'id' | 'seriesId'>): Promise<void> {
  const left = await tx
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, id), eq(agendaItems.state, 'carried')));
  for (const item of left) {
    const reopened = { state: 'open', open: openKey(item), once: onceKey(item) } as const;
    const version = item.version + 1;
    if (isPlaceholder(item)) {
      await tx
        .update(agendaItems)
        .set({ ...reopened, version })
        .where(eq(agendaItems.id, item.id));
      continue;
    }
    const later = await notHadYet(tx, seriesId, item);
    if (!later) continue;
    await tx
      .update(agendaItems)
      .set({ state: 'withdrawn', open: null, once: null, version: later.version + 1 })
      .where(eq(agendaItems.id, later.id));
    const { kind, title, about, link, minutes, presenterId } = later;
    await tx
      .update(agendaItems)
      .set({ ...reopened, version, kind, title, about, link, minutes, presenterId })
      .where(eq(agendaItems.id, item.id));
    if (later.meetingId) await closeGap(tx, later.meetingId);
  }
}

/** The row that an item was carried to, where that is still to come. */
async function notHadYet(tx: Tx, seriesId: string, { lineageId, carried }: Item): Promise<Item | null> {
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

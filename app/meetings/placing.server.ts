/** What whoever runs a meeting does with its agenda. Each settles all positions in its transaction. */
import { and, asc, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { agendaItems } from '#db/schema/meetings.ts';

import { isPlaceholder, TEMPLATE } from './agenda.ts';
import { arranged, type Direction, stepTo, type Target } from './agenda-order.ts';
import { comeBack, leftBehind, takeOff } from './carrying.server.ts';
import { seenBy } from './items.server.ts';
import { agendaChanged } from './minutes-change.server.ts';
import { closeGap, meetingAhead, orderIn, settle, standsIn } from './positions.server.ts';
import { putBack, takeOut } from './rewriting.server.ts';
import { tellProposer } from './telling.server.ts';

type By = { id: string; name: string };
type Item = typeof agendaItems.$inferSelect;
type Placing = { before: string | null; /** it was there a moment ago: nobody is told */ quiet?: boolean };

const openItem = async (tx: Tx, id: string): Promise<Item | null> => {
  const [item] = await tx
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.id, id), eq(agendaItems.state, 'open')));
  return item ?? null;
};

/**
 * Puts a proposal on an agenda of its series: before an item, else where a part of its kind waits to be filled, else
 * behind all. Whoever proposed it is told. Refuses where the meeting is over, and where the proposal stands on another
 * agenda or is gone. What was taken off this very agenda while its meeting ran comes back to what was written of it
 * there. Returns the part that it filled.
 */
export async function place(
  by: By,
  itemId: string,
  meetingId: string,
  { before, quiet = false }: Placing,
  now: number,
): Promise<{ placed: true; filled: string | null } | { refused: 'over' | 'elsewhere' | 'gone' }> {
  return db.write(async (tx) => {
    const meeting = await meetingAhead(tx, meetingId);
    if (!meeting) return { refused: 'over' };
    const was = await leftBehind(tx, itemId, meetingId);
    const item = was ? await comeBack(tx, was.left, was.later) : await openItem(tx, itemId);
    if (item?.seriesId !== meeting.seriesId) return { refused: 'gone' };
    if (!was && item.meetingId === meetingId) return { placed: true, filled: null };
    if (!was && item.meetingId !== null) return { refused: 'elsewhere' };
    const part = before === null ? await waitingPart(tx, item, meetingId) : null;
    const order = arranged(await orderIn(tx, meetingId), item.id, { before: part?.id ?? before });
    if (part) await takeOut(tx, part);
    await tx
      .update(agendaItems)
      .set({ meetingId, placedBy: by.id, placedAt: now, version: item.version + 1 })
      .where(eq(agendaItems.id, item.id));
    await settle(
      tx,
      meetingId,
      order.filter((id) => id !== part?.id),
    );
    if (!quiet) await tellProposer(tx, item, meeting, by, now);
    await agendaChanged(tx, meetingId, by, now);
    return { placed: true, filled: part?.id ?? null };
  });
}

/** A part of the template that an item fills. What is not for everyone fills none: its place would tell of it. */
async function waitingPart(tx: Tx, { kind, audienceId }: Item, meetingId: string): Promise<Item | null> {
  if (audienceId !== null) return null;
  const [part] = await tx
    .select()
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.meetingId, meetingId),
        eq(agendaItems.state, 'open'),
        eq(agendaItems.sourceRoom, TEMPLATE),
        eq(agendaItems.kind, kind),
      ),
    )
    .orderBy(asc(agendaItems.position))
    .limit(1);
  return part ?? null;
}

/**
 * Takes an item off the agenda it is on, back to the proposals; the part it had filled waits there again. While the
 * meeting runs, what was written of it stays, as of what is carried. False where it is on none that may still be
 * arranged. A part of the template is no proposal: it is withdrawn.
 */
export const takeBack = (
  by: { id: string },
  itemId: string,
  filled: string | null,
  now: number,
): Promise<boolean> =>
  db.write(async (tx) => {
    const item = await openItem(tx, itemId);
    const meeting = await meetingAhead(tx, item?.meetingId ?? null);
    if (!item || !meeting || isPlaceholder(item)) return false;
    if (meeting.state === 'running') await takeOff(tx, item);
    else
      await tx
        .update(agendaItems)
        .set({ meetingId: null, position: 0, placedBy: null, placedAt: null, version: item.version + 1 })
        .where(eq(agendaItems.id, itemId));
    await closeGap(tx, meeting.id);
    if (filled !== null) await bringPartBack(tx, filled, meeting.id);
    await agendaChanged(tx, meeting.id, by, now);
    return true;
  });

async function bringPartBack(tx: Tx, id: string, meetingId: string): Promise<void> {
  const [part] = await tx
    .select()
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.id, id),
        eq(agendaItems.meetingId, meetingId),
        eq(agendaItems.state, 'withdrawn'),
        eq(agendaItems.sourceRoom, TEMPLATE),
      ),
    );
  if (part) await putBack(tx, part);
}

/**
 * Moves an item on an agenda: one step among what this person sees, or to a place. What they do not see stays in its
 * order. False where the meeting is over, the item not on it, or nothing is to be done.
 */
export const move = (
  by: { id: string },
  meetingId: string,
  itemId: string,
  to: Direction | Target,
): Promise<boolean> =>
  db.write(async (tx) => {
    if (!(await meetingAhead(tx, meetingId))) return false;
    const order = await orderIn(tx, meetingId);
    if (!order.includes(itemId)) return false;
    const target = typeof to === 'string' ? stepTo(await seenIn(tx, by, meetingId), itemId, to) : to;
    if (target === null) return false;
    await settle(tx, meetingId, arranged(order, itemId, target));
    return true;
  });

async function seenIn(tx: Tx, viewer: { id: string }, meetingId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(standsIn(meetingId), seenBy(viewer)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  return rows.map(({ id }) => id);
}

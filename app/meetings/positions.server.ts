/** The order of an agenda: 1, 2, 3 … without gap or tie, settled anew by whoever changes it, in their transaction. */
import { and, eq, inArray } from 'drizzle-orm';

import type { Reader, Tx } from '#db/database.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';

import { isAhead } from './agenda.ts';

/** What stands on the agenda of a meeting: to come, had, or carried on from there. */
export const standsIn = (meetingId: string) =>
  and(eq(agendaItems.meetingId, meetingId), inArray(agendaItems.state, ['open', 'done', 'carried']));

/** The ids on an agenda, in their order. */
export async function orderIn(reader: Pick<Reader, 'select'>, meetingId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(standsIn(meetingId))
    .orderBy(agendaItems.position, agendaItems.id);
  return rows.map(({ id }) => id);
}

/** Writes an order down, item by item where it is another than before. */
export async function settle(tx: Tx, meetingId: string, order: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ id: agendaItems.id, position: agendaItems.position })
    .from(agendaItems)
    .where(standsIn(meetingId));
  const before = new Map(rows.map(({ id, position }) => [id, position]));
  for (const [at, id] of order.entries())
    if (before.get(id) !== at + 1)
      await tx
        .update(agendaItems)
        .set({ position: at + 1 })
        .where(eq(agendaItems.id, id));
}

/** Closes the gap that something left behind. */
export const closeGap = async (tx: Tx, meetingId: string): Promise<void> =>
  settle(tx, meetingId, await orderIn(tx, meetingId));

/** A meeting whose agenda may still be arranged; null where it is over, skipped or not there. */
export async function meetingAhead(reader: Pick<Reader, 'select'>, id: string | null) {
  if (id === null) return null;
  const [meeting] = await reader.select().from(meetings).where(eq(meetings.id, id));
  return meeting && isAhead(meeting.state) ? meeting : null;
}

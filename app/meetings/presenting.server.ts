/** Who presented what at a meeting: facts that follow from its agenda and from who was there. */
import { and, eq, inArray } from 'drizzle-orm';

import { notUndone, recordFact, undoFacts } from '#app/facts/facts.server.ts';
import type { Tx } from '#db/database.ts';
import { facts } from '#db/schema/facts.ts';
import { agendaItems, attendances } from '#db/schema/meetings.ts';

type Meeting = { id: string; startsAt: number };

/**
 * Records for each item that was had that its presenter presented it, where they were there; and undoes what holds no
 * longer. Called whenever a meeting ends and whenever attendance or its agenda is corrected after that: again, it
 * changes nothing.
 */
export async function recordPresented(
  tx: Tx,
  meeting: Meeting,
  by: { id: string } | null,
  now: number,
): Promise<void> {
  const items = await tx
    .select({ id: agendaItems.id, state: agendaItems.state, presenterId: agendaItems.presenterId })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meeting.id));
  if (items.length === 0) return;
  const there = await tx
    .select({ personId: attendances.personId })
    .from(attendances)
    .where(and(eq(attendances.meetingId, meeting.id), eq(attendances.present, 1)));
  const present = new Set(there.map(({ personId }) => personId));
  const standing = await presentedBy(
    tx,
    items.map(({ id }) => id),
  );
  for (const { id, state, presenterId } of items) {
    const presented =
      state === 'done' && presenterId !== null && present.has(presenterId) ? presenterId : null;
    const source = { room: 'meetings', id };
    const before = standing.get(id) ?? null;
    if (before === presented) continue;
    if (before !== null) await undoFacts(tx, source, { by: by?.id ?? null, now });
    if (presented !== null)
      await recordFact(tx, {
        kind: 'presented',
        personId: presented,
        at: meeting.startsAt,
        source,
        details: { meeting: meeting.id, item: id },
        by: by?.id ?? null,
        now,
      });
  }
}

/** Who stands as having presented each of these items. */
async function presentedBy(tx: Tx, itemIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: facts.id, undoes: facts.undoes, item: facts.sourceId, personId: facts.personId })
    .from(facts)
    .where(
      and(eq(facts.room, 'meetings'), inArray(facts.sourceId, [...itemIds]), eq(facts.kind, 'presented')),
    );
  return new Map(notUndone(rows).map(({ item, personId }) => [item, personId]));
}

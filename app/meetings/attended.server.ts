/** Who was marked as present before a meeting was skipped: of what does not take place nobody has been a part. */
import { and, eq } from 'drizzle-orm';

import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import type { Tx } from '#db/database.ts';
import { attendances } from '#db/schema/meetings.ts';

type Meeting = { id: string; startsAt: number };
type Taken = { byId: string | null; now: number };

const presentAt = (tx: Tx, meetingId: string) =>
  tx
    .select({ id: attendances.id, personId: attendances.personId })
    .from(attendances)
    .where(and(eq(attendances.meetingId, meetingId), eq(attendances.present, 1)));

/** What stands of a meeting as attended is undone, where it is skipped. What was marked stays. */
export async function undoAttended(tx: Tx, { id }: Meeting, { byId, now }: Taken): Promise<void> {
  for (const row of await presentAt(tx, id))
    await undoFacts(tx, { room: 'meetings', id: row.id }, { by: byId, now });
}

/** The other way, where it takes place after all. */
export async function recordAttended(tx: Tx, { id, startsAt }: Meeting, { byId, now }: Taken): Promise<void> {
  for (const row of await presentAt(tx, id))
    await recordFact(tx, {
      kind: 'attended',
      personId: row.personId,
      at: startsAt,
      source: { room: 'meetings', id: row.id },
      details: { meeting: id },
      by: byId,
      now,
    });
}

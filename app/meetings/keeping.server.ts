/** How a meeting changes: its row, and a step that says who and when. */
import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { meetings, meetingSteps } from '#db/schema/meetings.ts';

import { isNewToCalendars } from './meeting.ts';

export type Meeting = typeof meetings.$inferSelect;
type Step = (typeof meetingSteps.$inferInsert)['step'];

/** The step taken: `byId` null is the house; `note` says what changed, in words. */
export type Taken = { step: Step; byId: string | null; note?: string; now: number };

/** Writes down that something happened to a meeting. */
export async function recordStep(tx: Tx, meetingId: string, { step, byId, note = '', now }: Taken) {
  await tx.insert(meetingSteps).values({ id: newId(), meetingId, step, byId, at: now, note });
}

type Change = Partial<Omit<Meeting, 'id' | 'seriesId' | 'version' | 'sequence' | 'madeAt'>>;

/**
 * Changes a meeting as it was read in the same transaction, and writes the step down. Its version is raised, and its
 * SEQUENCE where calendars have to hear of it; whoever looks at it hears of it. Returns it as it is now, and whether they have.
 */
export async function change(
  tx: Tx,
  before: Meeting,
  to: Change,
  taken: Taken,
): Promise<{ meeting: Meeting; isNew: boolean }> {
  const isNew = isNewToCalendars(before, to);
  const [meeting] = await tx
    .update(meetings)
    .set({ ...to, version: before.version + 1, sequence: before.sequence + (isNew ? 1 : 0) })
    .where(eq(meetings.id, before.id))
    .returning();
  await recordStep(tx, before.id, taken);
  db.announce(`meeting:${before.id}`);
  return { meeting: meeting!, isNew };
}

import { and, eq, max } from 'drizzle-orm';

import type { Tx } from '#db/database.ts';
import { meetingNotes } from '#db/schema/meetings.ts';

/** The notes of a meeting that hold, Markdown by item, "" for the meeting as a whole: of each the highest version. */
export async function notesOf(from: Pick<Tx, 'select'>, meetingId: string): Promise<Map<string, string>> {
  const newest = from
    .select({ itemId: meetingNotes.itemId, version: max(meetingNotes.version).as('newest_version') })
    .from(meetingNotes)
    .where(eq(meetingNotes.meetingId, meetingId))
    .groupBy(meetingNotes.itemId)
    .as('newest');
  const rows = await from
    .select({ itemId: meetingNotes.itemId, markdown: meetingNotes.markdown })
    .from(meetingNotes)
    .innerJoin(newest, and(eq(newest.itemId, meetingNotes.itemId), eq(newest.version, meetingNotes.version)))
    .where(eq(meetingNotes.meetingId, meetingId));
  return new Map(rows.map(({ itemId, markdown }) => [itemId, markdown.trim()]));
}

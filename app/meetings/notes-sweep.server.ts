import { and, eq, exists, lt, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { meetingNotes, meetings } from '#db/schema/meetings.ts';

import { freshSince } from './note.ts';

/** Forgets what the notes of a meeting were on their way to what they are, a day after its end. */
export async function sweepNotes(now: number): Promise<void> {
  const old = db.read
    .select({ one: sql`1` })
    .from(meetings)
    .where(
      and(
        eq(meetings.id, meetingNotes.meetingId),
        eq(meetings.state, 'ended'),
        lt(meetings.endedAt, freshSince(now)),
      ),
    );
  await db.write((tx) =>
    tx.delete(meetingNotes).where(
      and(
        exists(old),
        sql`exists (select 1 from ${meetingNotes} as newer where newer.meeting_id = ${meetingNotes.meetingId}
            and newer.item_id = ${meetingNotes.itemId} and newer.version > ${meetingNotes.version})`,
      ),
    ),
  );
}

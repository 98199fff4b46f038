/** The notes of a meeting as they are now. */
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { agendaItems, meetingNotes } from '#db/schema/meetings.ts';

import { seenBy } from './items.server.ts';
import { type Note, WHOLE } from './note.ts';

const newer = db.read
  .select({ one: sql`1` })
  .from(sql`${meetingNotes} as newer`)
  .where(
    sql`newer.meeting_id = ${meetingNotes.meetingId} and newer.item_id = ${meetingNotes.itemId}
      and newer.version > ${meetingNotes.version}`,
  );

/** The notes of a meeting as they are now; of items that this person may not see, none. */
export async function notesOf(viewer: { id: string }, meetingId: string): Promise<Note[]> {
  return db.read
    .select({
      itemId: meetingNotes.itemId,
      version: meetingNotes.version,
      text: meetingNotes.markdown,
      by: people.name,
    })
    .from(meetingNotes)
    .innerJoin(people, eq(people.id, meetingNotes.byId))
    .leftJoin(agendaItems, eq(agendaItems.id, meetingNotes.itemId))
    .where(
      and(
        eq(meetingNotes.meetingId, meetingId),
        sql`not exists ${newer}`,
        or(eq(meetingNotes.itemId, WHOLE), and(eq(agendaItems.meetingId, meetingId), seenBy(viewer))),
      ),
    );
}

/** One text that everybody may see; null where there is none. */
export async function openNote(meetingId: string, itemId: string): Promise<Note | null> {
  const [row] = await db.read
    .select({ version: meetingNotes.version, text: meetingNotes.markdown, by: people.name })
    .from(meetingNotes)
    .innerJoin(people, eq(people.id, meetingNotes.byId))
    .leftJoin(agendaItems, eq(agendaItems.id, meetingNotes.itemId))
    .where(
      and(
        eq(meetingNotes.meetingId, meetingId),
        eq(meetingNotes.itemId, itemId),
        isNull(agendaItems.audienceId),
      ),
    )
    .orderBy(desc(meetingNotes.version))
    .limit(1);
  return row ? { itemId, ...row } : null;
}

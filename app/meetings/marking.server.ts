/** Saying who was there: a row that says how it is, another for each time somebody said so, and the fact itself. */
import { and, desc, eq } from 'drizzle-orm';

import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { attendanceMarks, attendances, meetings } from '#db/schema/meetings.ts';

import { canBeMarked } from './check-in.ts';
import { minutesChanged } from './minutes-change.server.ts';
import { recordPresented } from './presenting.server.ts';

type Mark = {
  personId: string;
  present: boolean;
  how: 'code' | 'host';
  note: string;
  /** the id of the last mark that was seen, null where there was none; "whatever": it does not matter */
  seen: string | null;
};
type Meeting = typeof meetings.$inferSelect;
type Marked = { changed: boolean; markId: string | null };

/**
 * Marks somebody as present or absent; what they are already is said once. Their attendance as a fact, and what they
 * presented, follow in the same transaction. Refuses before the meeting and where it is skipped, and as stale where
 * somebody said otherwise since the mark that was seen; and a code, where whoever runs the meeting said that they are not
 * there.
 */
export async function mark(
  meetingId: string,
  { personId, present, how, note, seen }: Mark,
  by: { id: string },
  now: number,
): Promise<
  Marked | { refused: 'early' | 'skipped' | 'marked-absent' } | { refused: 'stale'; present: boolean }
> {
  return db.write(async (tx) => {
    const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, meetingId));
    if (!meeting || meeting.state === 'skipped') return { refused: 'skipped' };
    if (!canBeMarked(meeting, now)) return { refused: 'early' };
    const before = await standingMark(tx, meetingId, personId);
    if (before?.present === present) return { changed: false, markId: before.markId };
    if (how === 'code' && before) return { refused: 'marked-absent' };
    if (seen !== 'whatever' && (before?.markId ?? null) !== seen)
      return { refused: 'stale', present: before?.present ?? false };
    const attendanceId = before?.attendanceId ?? newId();
    // What is said of somebody is in order: of two marks in one millisecond the later says the next.
    const at = Math.max(now, (before?.at ?? 0) + 1);
    const is = { present: present ? 1 : 0, changedAt: now };
    await tx
      .insert(attendances)
      .values({ id: attendanceId, meetingId, personId, ...is })
      .onConflictDoUpdate({ target: attendances.id, set: is });
    const markId = newId();
    await tx
      .insert(attendanceMarks)
      .values({ id: markId, attendanceId, present: is.present, how, byId: by.id, at, note });
    await follow(tx, meeting, { attendanceId, personId, present }, by, now);
    return { changed: true, markId };
  });
}

async function standingMark(tx: Tx, meetingId: string, personId: string) {
  const [last] = await tx
    .select({
      attendanceId: attendances.id,
      present: attendances.present,
      markId: attendanceMarks.id,
      at: attendanceMarks.at,
    })
    .from(attendances)
    .innerJoin(attendanceMarks, eq(attendanceMarks.attendanceId, attendances.id))
    .where(and(eq(attendances.meetingId, meetingId), eq(attendances.personId, personId)))
    .orderBy(desc(attendanceMarks.at), desc(attendanceMarks.id))
    .limit(1);
  return last ? { ...last, present: last.present === 1 } : null;
}

/** What follows from somebody having been there, or not. */
async function follow(
  tx: Tx,
  meeting: Meeting,
  { attendanceId, personId, present }: { attendanceId: string; personId: string; present: boolean },
  by: { id: string },
  now: number,
): Promise<void> {
  const source = { room: 'meetings', id: attendanceId };
  if (present)
    await recordFact(tx, {
      kind: 'attended',
      personId,
      at: meeting.startsAt,
      source,
      details: { meeting: meeting.id },
      by: by.id,
      now,
    });
  else await undoFacts(tx, source, { by: by.id, now });
  if (meeting.state === 'ended') await recordPresented(tx, meeting, by, now);
  await minutesChanged(tx, meeting, by, now);
}

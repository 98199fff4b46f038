/** Who was invited and who was there, for whoever runs the meeting; and what is kept of oneself. */
import { and, desc, eq, inArray } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { attendanceMarks, attendances, invitees } from '#db/schema/meetings.ts';

import { type Attendee, groupOf, type Mark } from './attendance.ts';

const PAGE = 100;

type Row = Omit<Attendee, 'marks'> & { group: number };

/** Everybody who was invited, answered or was spoken of, without their history: those who said yes first, by name. */
async function everybody(meetingId: string): Promise<Row[]> {
  const [invited, spokenOf] = await Promise.all([
    db.read
      .select({ id: people.id, name: people.name, answer: invitees.answer })
      .from(invitees)
      .innerJoin(people, eq(people.id, invitees.personId))
      .where(eq(invitees.meetingId, meetingId)),
    db.read
      .select({ id: people.id, name: people.name, present: attendances.present })
      .from(attendances)
      .innerJoin(people, eq(people.id, attendances.personId))
      .where(eq(attendances.meetingId, meetingId)),
  ]);
  const said = new Map(spokenOf.map(({ id, present }) => [id, present === 1]));
  const known = new Set(invited.map(({ id }) => id));
  const rows = [
    ...invited.map((one) => ({ ...one, group: groupOf({ ...one, invited: true }) })),
    ...spokenOf
      .filter(({ id }) => !known.has(id))
      .map(({ id, name }) => ({ id, name, answer: null, group: groupOf({ answer: null, invited: false }) })),
  ];
  return rows
    .map((row) => ({ ...row, present: said.get(row.id) ?? null }))
    .sort((a, b) => a.group - b.group || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

/** A page of the list of a meeting, from after a place on, with how many are there of all; for whoever runs it. */
export async function attendanceList(meetingId: string, after: Cursor | null) {
  const rows = await everybody(meetingId);
  const from = after ? rows.findIndex(({ id }) => id === after.id) + 1 : 0;
  const page = rows.slice(from, from + PAGE);
  const marks = await marksOf(
    meetingId,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    attendees: page.map(({ group: _, ...row }): Attendee => ({ ...row, marks: marks.get(row.id) ?? [] })),
    next: last && rows.length > from + PAGE ? writeCursor({ order: last.group, id: last.id }) : null,
    present: rows.filter(({ present }) => present === true).length,
    expected: rows.filter(({ answer }) => answer === 'yes').length,
    open: rows.filter(({ present }) => present === null).length,
  };
}

/** What was said of people and a meeting, the newest first. */
async function marksOf(meetingId: string, personIds: readonly string[]): Promise<Map<string, Mark[]>> {
  const of = new Map<string, Mark[]>();
  if (personIds.length === 0) return of;
  const rows = await db.read
    .select({
      personId: attendances.personId,
      id: attendanceMarks.id,
      present: attendanceMarks.present,
      how: attendanceMarks.how,
      by: people.name,
      at: attendanceMarks.at,
      note: attendanceMarks.note,
    })
    .from(attendances)
    .innerJoin(attendanceMarks, eq(attendanceMarks.attendanceId, attendances.id))
    .innerJoin(people, eq(people.id, attendanceMarks.byId))
    .where(and(eq(attendances.meetingId, meetingId), inArray(attendances.personId, [...personIds])))
    .orderBy(desc(attendanceMarks.at), desc(attendanceMarks.id));
  for (const { personId, present, ...mark } of rows)
    of.set(personId, [...(of.get(personId) ?? []), { ...mark, present: present === 1 }]);
  return of;
}

/** What is kept of somebody and a meeting: whether they were there (null: nobody has said), and who said so when. */
export async function attendanceOf(personId: string, meetingId: string) {
  const marks = (await marksOf(meetingId, [personId])).get(personId) ?? [];
  return { present: marks[0]?.present ?? null, marks };
}

import { and, eq } from 'drizzle-orm';

import { shortly } from '#app/calendars/when.ts';
import { db } from '#db/database.server.ts';
import { attendances, type meetings } from '#db/schema/meetings.ts';

import { attendanceOf } from './attendance.server.ts';
import { canBeEntered, checkInTimes, doorOf } from './check-in.ts';

/** What the page of a meeting says of who is there, and of its minutes. */
export async function attendanceCard(
  viewer: { id: string },
  meeting: typeof meetings.$inferSelect,
  now: number,
) {
  const { id, state, timezone, recording, minutesAt } = meeting;
  const isThere = and(eq(attendances.meetingId, id), eq(attendances.present, 1));
  const [own, present] = await Promise.all([
    attendanceOf(viewer.id, id),
    db.read.$count(attendances, isThere),
  ]);
  return {
    ...{ id, state, recording, minutesAt, present },
    own: own.present,
    door: canBeEntered(meeting, now) ? ('open' as const) : doorOf(meeting, now),
    opens: shortly(checkInTimes(meeting).from, timezone),
  };
}
export type AttendanceCardData = Awaited<ReturnType<typeof attendanceCard>>;

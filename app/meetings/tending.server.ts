/** The recurring work of meetings: clocks, meetings ahead, invitations. */
import { and, eq, gt, inArray, lte } from 'drizzle-orm';

import { instantOf } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';

import { carryOver } from './carrying.server.ts';
import { tellChange } from './changing.server.ts';
import { inviteAll } from './inviting.server.ts';
import { change } from './keeping.server.ts';
import { makeAllMeetings } from './making.server.ts';
import { isOver } from './meeting.ts';
import { meetingTopic } from './told.ts';

/**
 * Brings meetings in line with the clocks, makes those that are due, carries on what nobody began, and sends the
 * invitations that are due.
 */
export async function tendMeetings(now: number): Promise<void> {
  await followClocks(now);
  await makeAllMeetings(now);
  await carryUnheld(now);
  await inviteAll(now);
}

/** What is on the agenda of a meeting that nobody began in time goes on to the next. An idle house writes nothing. */
export async function carryUnheld(now: number): Promise<void> {
  const isPast = and(eq(meetings.state, 'planned'), lte(meetings.startsAt, now));
  const left = await db.read
    .selectDistinct({
      id: meetings.id,
      state: meetings.state,
      startsAt: meetings.startsAt,
      minutes: meetings.minutes,
    })
    .from(meetings)
    .innerJoin(agendaItems, and(eq(agendaItems.meetingId, meetings.id), eq(agendaItems.state, 'open')))
    .where(isPast)
    .orderBy(meetings.startsAt, meetings.id);
  for (const { id } of left.filter((meeting) => isOver(meeting, now)))
    await db.write(async (tx) => {
      const [meeting] = await tx
        .select()
        .from(meetings)
        .where(and(eq(meetings.id, id), isPast));
      if (!meeting || !isOver(meeting, now)) return;
      const { to } = await carryOver(tx, meeting, { id: null }, now);
      for (const changed of [id, to]) if (changed) db.announce(meetingTopic(changed));
    });
}

/**
 * A time on a clock stays what was written; the moment it is may change, when a country changes its clocks and this
 * system learns of it. A zone that is known no longer leaves the moment as it was.
 */
export async function followClocks(now: number): Promise<void> {
  const isToCome = and(inArray(meetings.state, ['planned', 'skipped']), gt(meetings.startsAt, now));
  const ahead = await db.read
    .select({
      id: meetings.id,
      wall: meetings.wall,
      timezone: meetings.timezone,
      startsAt: meetings.startsAt,
    })
    .from(meetings)
    .where(isToCome);
  const late = ahead.filter(
    ({ wall, timezone, startsAt }) => (instantOf(wall, timezone)?.at ?? startsAt) !== startsAt,
  );
  for (const { id } of late) {
    await db.write(async (tx) => {
      const [before] = await tx
        .select()
        .from(meetings)
        .where(and(eq(meetings.id, id), isToCome));
      const startsAt = before && instantOf(before.wall, before.timezone)?.at;
      if (!before || startsAt === undefined || startsAt === before.startsAt) return;
      const taken = { step: 'moved', byId: null, note: 'its zone has changed its clocks', now } as const;
      const { meeting } = await change(tx, before, { startsAt }, taken);
      if (meeting.state === 'planned') await tellChange(tx, before, meeting, taken);
    });
  }
}

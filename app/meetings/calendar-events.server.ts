/** Meetings as calendars are told of them: when, what and where. */
import { and, asc, eq, gte, inArray, isNull, lte, max, type SQL } from 'drizzle-orm';

import type { CalendarEvent, CalendarSeries } from '#app/calendars/event.ts';
import { isActiveChampion } from '#app/champions/champions.server.ts';
import { db } from '#db/database.server.ts';
import { roles } from '#db/schema/accounts.ts';
import { invitees, meetings, meetingSeries, meetingSteps, seriesFollowers } from '#db/schema/meetings.ts';

import { eventOf } from './event.ts';

const DAY = 86_400_000;
const [BACK, AHEAD] = [90 * DAY, 366 * DAY];
/** So long a calendar says of what is skipped that it is off; then it goes. */
const OFF_FOR = 28 * DAY;

const calendarSteps = ['planned', 'changed', 'moved', 'skipped', 'restored'] as const;

/** When what a calendar says of each of these meetings last became another. */
const lastChanges = (which: SQL | undefined) =>
  db.read
    .select({ meetingId: meetingSteps.meetingId, at: max(meetingSteps.at).as('changed_at') })
    .from(meetingSteps)
    .innerJoin(meetings, eq(meetings.id, meetingSteps.meetingId))
    .where(and(which, inArray(meetingSteps.step, [...calendarSteps])))
    .groupBy(meetingSteps.meetingId)
    .as('last_changes');

/**
 * The meetings of somebody, from 90 days back to a year ahead: those they were invited to, those of the series they
 * belong to, and those they host, unless they said that they do not come. What was skipped stands there as off for four
 * weeks.
 */
export async function meetingEventsOf(personId: string, now: number): Promise<CalendarEvent[]> {
  const within = and(gte(meetings.startsAt, now - BACK), lte(meetings.startsAt, now + AHEAD));
  const changes = lastChanges(within);
  const [rows, belongs] = await Promise.all([
    db.read
      .select({
        meeting: meetings,
        changedAt: changes.at,
        invitedAt: invitees.invitedAt,
        answer: invitees.answer,
      })
      .from(meetings)
      .leftJoin(invitees, and(eq(invitees.meetingId, meetings.id), eq(invitees.personId, personId)))
      .leftJoin(changes, eq(changes.meetingId, meetings.id))
      .where(within)
      .orderBy(asc(meetings.startsAt), asc(meetings.id)),
    belonging(personId),
  ]);
  return rows
    .filter(({ answer }) => answer !== 'no')
    .filter(
      ({ meeting, invitedAt, answer }) =>
        invitedAt !== null || answer !== null || meeting.hostId === personId || belongs(meeting.seriesId),
    )
    .map(({ meeting, changedAt }) => eventOf(meeting, changedAt ?? meeting.madeAt))
    .filter(({ cancelled, changedAt }) => !cancelled || now - changedAt < OFF_FOR);
}

/** Which series somebody belongs to: all as a champion or organiser, unless they asked not to; others if they asked to. */
async function belonging(personId: string): Promise<(seriesId: string) => boolean> {
  const [wishes, isChampion, organising] = await Promise.all([
    db.read.select().from(seriesFollowers).where(eq(seriesFollowers.personId, personId)),
    isActiveChampion(personId),
    db.read
      .select({ id: roles.id })
      .from(roles)
      .where(and(eq(roles.personId, personId), eq(roles.role, 'organiser'), isNull(roles.renouncedAt))),
  ]);
  const wished = new Map(wishes.map(({ seriesId, wish }) => [seriesId, wish === 'invited']));
  const isInGuild = isChampion || organising.length > 0;
  return (seriesId) => wished.get(seriesId) ?? isInGuild;
}

/** A series with all that has been made of it; null where there is none. */
export async function seriesCalendar(seriesId: string): Promise<CalendarSeries | null> {
  const ofSeries = eq(meetings.seriesId, seriesId);
  const changes = lastChanges(ofSeries);
  const [[series], rows] = await Promise.all([
    db.read.select().from(meetingSeries).where(eq(meetingSeries.id, seriesId)),
    db.read
      .select({ meeting: meetings, changedAt: changes.at })
      .from(meetings)
      .leftJoin(changes, eq(changes.meetingId, meetings.id))
      .where(ofSeries)
      .orderBy(asc(meetings.startsAt), asc(meetings.id)),
  ]);
  if (!series) return null;
  const { id, sequence, rule, firstDay, time, timezone, minutes, name, place, madeAt, endedAt } = series;
  const made = rows.map(({ meeting, changedAt }) => ({
    occurrence: meeting.occurrence,
    event: eventOf(meeting, changedAt ?? meeting.madeAt),
  }));
  return {
    uid: `series-${id}`,
    sequence,
    recurrence: { rule, firstDay, time },
    timezone,
    minutes,
    title: name,
    place,
    changedAt: Math.max(madeAt, ...made.map(({ event }) => event.changedAt)),
    endedAt,
    made,
  };
}

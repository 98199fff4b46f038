/** Office hours as calendars are told of them: of what somebody wants to talk about, nothing. */
import { and, asc, eq, gte, lte } from 'drizzle-orm';

import type { CalendarEvent } from '#app/calendars/event.ts';
import { isZone, wallTimeAt } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { bookings, officeHours, sittings } from '#db/schema/office-hours.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const [BACK, AHEAD] = [90 * DAY, 366 * DAY];
/** So long a calendar says of what was given back that it is off; then it goes. */
const OFF_FOR = 28 * DAY;

const wallOf = (at: number, zone: string) => wallTimeAt(at, isZone(zone) ? zone : 'UTC');

/**
 * What somebody booked, and the sittings they host, from 90 days back to a year ahead. No row knows when it was moved: of
 * that, `sequence` tells.
 */
export async function officeHourEventsOf(personId: string, now: number): Promise<CalendarEvent[]> {
  const found = [...(await bookingsOf(personId, now)), ...(await sittingsOf(personId, now))];
  return found.filter(({ cancelled, changedAt }) => !cancelled || now - changedAt < OFF_FOR);
}

async function bookingsOf(personId: string, now: number): Promise<CalendarEvent[]> {
  const rows = await db.read
    .select({ booking: bookings, sitting: sittings, host: people.name })
    .from(bookings)
    .innerJoin(sittings, eq(sittings.id, bookings.sittingId))
    .innerJoin(people, eq(people.id, sittings.hostId))
    .where(
      and(
        eq(bookings.personId, personId),
        gte(bookings.startsAt, now - BACK),
        lte(bookings.startsAt, now + AHEAD),
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id));
  return rows.map(({ booking, sitting, host }) => ({
    uid: `booking-${booking.id}`,
    sequence: booking.sequence,
    wall: wallOf(booking.startsAt, sitting.timezone),
    timezone: sitting.timezone,
    startsAt: booking.startsAt,
    minutes: booking.minutes,
    title: `Office hours with ${host}`,
    place: sitting.place,
    link: sitting.link,
    cancelled: booking.releasedAt !== null,
    changedAt: booking.releasedAt ?? booking.madeAt,
  }));
}

async function sittingsOf(personId: string, now: number): Promise<CalendarEvent[]> {
  const rows = await db.read
    .select({ sitting: sittings, madeAt: officeHours.madeAt })
    .from(sittings)
    .innerJoin(officeHours, eq(officeHours.id, sittings.officeHoursId))
    .where(
      and(
        eq(sittings.hostId, personId),
        gte(sittings.startsAt, now - BACK),
        lte(sittings.startsAt, now + AHEAD),
      ),
    )
    .orderBy(asc(sittings.startsAt), asc(sittings.id));
  return rows.map(({ sitting, madeAt }) => ({
    uid: `sitting-${sitting.id}`,
    sequence: sitting.sequence,
    wall: wallOf(sitting.startsAt, sitting.timezone),
    timezone: sitting.timezone,
    startsAt: sitting.startsAt,
    minutes: Math.round((sitting.endsAt - sitting.startsAt) / MINUTE),
    title: 'Office hours',
    place: sitting.place,
    link: sitting.link,
    cancelled: sitting.cancelledAt !== null,
    changedAt: sitting.cancelledAt ?? madeAt,
  }));
}

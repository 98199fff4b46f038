/** What a host sees of their own hours. */
import { and, asc, eq, gt } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { isZone } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import { sittings } from '#db/schema/office-hours.ts';

import { hostedAhead } from './bookings.server.ts';
import { clockChanges, hoursInWords } from './hours.ts';
import { type Hours, hoursHostedBy } from './hours.server.ts';
import { isGone } from './moving.server.ts';
import { comingTimes } from './sittings.server.ts';
import { clock, whenInWords } from './when.ts';

const YEAR = 366 * 24 * 60 * 60_000;

/** A host's hours, their coming sittings with who has booked, and what the clocks do to them within a year. */
export async function hostingPage(viewer: { id: string }, now: number) {
  const [zone, hours, ahead] = [
    await zoneHere(),
    await hoursHostedBy(viewer.id),
    await hostedAhead(viewer.id, now),
  ];
  const coming = await db.read
    .select()
    .from(sittings)
    .where(and(eq(sittings.hostId, viewer.id), gt(sittings.endsAt, now)))
    .orderBy(asc(sittings.startsAt), asc(sittings.id));
  const current = new Set(hours.map(({ id }) => id));
  return {
    hours: hours.map((one) => shown(one, now)),
    sittings: coming
      .filter(({ officeHoursId, occurrence }) => current.has(officeHoursId) && !isGone(occurrence))
      .map(({ id, startsAt, endsAt, place, cancelledAt }) => ({
        ...{ id, place },
        when: `${whenInWords(startsAt, zone)} to ${clock(endsAt, zone)}`,
        isCancelled: cancelledAt !== null,
        bookings: ahead
          .filter(({ sittingId }) => sittingId === id)
          .map((booking) => ({
            id: booking.id,
            at: clock(booking.startsAt, zone),
            person: booking.person,
            topic: booking.topic,
          })),
      })),
  };
}

function shown(hours: Hours, now: number) {
  const { id, about, timezone, place, slotMinutes } = hours;
  const walls = comingTimes(hours, now, { ahead: YEAR }).map(({ wall }) => wall);
  return {
    ...{ id, about, timezone, place, slotMinutes },
    words: hoursInWords(hours),
    hasZone: isZone(timezone),
    changes: clockChanges(walls, timezone).map(({ wall, change }) => ({
      change,
      day: wall.slice(0, 10),
      time: wall.slice(11),
    })),
  };
}

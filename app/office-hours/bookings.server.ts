/** Bookings, looked up through whoever may see them: their caller and their host. */
import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { bookings, sittings } from '#db/schema/office-hours.ts';

import { endOf, LONGEST } from './slot.ts';

const host = aliasOf(people, 'host');

const columns = {
  id: bookings.id,
  sittingId: bookings.sittingId,
  startsAt: bookings.startsAt,
  minutes: bookings.minutes,
  personId: bookings.personId,
  person: people.name,
  personLeftAt: people.deactivatedAt,
  hostId: sittings.hostId,
  sittingStartsAt: sittings.startsAt,
  sittingEndsAt: sittings.endsAt,
  host: host.name,
  topic: bookings.topic,
  tried: bookings.tried,
  releasedAt: bookings.releasedAt,
  releasedBy: bookings.releasedBy,
  version: bookings.version,
  sequence: bookings.sequence,
  timezone: sittings.timezone,
  place: sittings.place,
  link: sittings.link,
  cancelledAt: sittings.cancelledAt,
};

const shown = () =>
  db.read
    .select(columns)
    .from(bookings)
    .innerJoin(sittings, eq(sittings.id, bookings.sittingId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(host, eq(host.id, sittings.hostId));

/** The one condition by which bookings are looked up. */
const seenBy = (viewer: { id: string }) =>
  or(eq(bookings.personId, viewer.id), eq(sittings.hostId, viewer.id));

export type Booking = NonNullable<Awaited<ReturnType<typeof visibleBooking>>>;

/** A booking, if this person is its caller or its host; else null. */
export async function visibleBooking(viewer: { id: string }, id: string) {
  const [booking] = await shown().where(and(eq(bookings.id, id), seenBy(viewer)));
  return booking ?? null;
}

/** What somebody has ahead of them or is in, soonest first. */
export async function aheadOf(personId: string, now: number): Promise<Booking[]> {
  const rows = await shown()
    .where(
      and(eq(bookings.personId, personId), isNull(bookings.releasedAt), gt(bookings.startsAt, now - LONGEST)),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id));
  return rows.filter((booking) => endOf(booking) > now);
}

/** What a host has ahead of them or is in, soonest first: of people who are here. */
export async function hostedAhead(hostId: string, now: number): Promise<Booking[]> {
  const rows = await shown()
    .where(
      and(
        eq(sittings.hostId, hostId),
        isNull(bookings.releasedAt),
        isNull(people.deactivatedAt),
        gt(bookings.startsAt, now - LONGEST),
      ),
    )
    .orderBy(asc(bookings.startsAt), asc(bookings.id));
  return rows.filter((booking) => endOf(booking) > now);
}

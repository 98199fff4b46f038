import { invitationText } from '#app/calendars/calendar.server.ts';
import type { CalendarEvent } from '#app/calendars/event.ts';
import { isZone, wallTimeAt } from '#app/calendars/wall-time.ts';
import { configuration } from '#app/configuration.server.ts';
import type { Writer } from '#app/notices/notice-letter.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { eq } from 'drizzle-orm';

import { type Booking, visibleBooking } from './bookings.server.ts';
import { endOf } from './slot.ts';
import { whenInWords } from './when.ts';

/** A booking as its caller's or its host's calendar is told of it: of what it is about, it says nothing. */
function bookingEvent(booking: Booking, personId: string, changedAt: number): CalendarEvent {
  const other = personId === booking.hostId ? booking.person : booking.host;
  const { startsAt, timezone, minutes, place, link, sequence, releasedAt } = booking;
  return {
    uid: `booking-${booking.id}`,
    ...{ sequence, startsAt, timezone, minutes, place, link, changedAt },
    wall: wallTimeAt(startsAt, knownZone(timezone)),
    title: `Office hours with ${other}`,
    cancelled: releasedAt !== null,
  };
}

/** A zone may be known no longer when a letter is written. */
const knownZone = (zone: string) => (isZone(zone) ? zone : 'UTC');

/** An invitation to a booking, its change or its cancellation: what is true as it is sent, for its caller and its host. */
export const writeBookingLetter: Writer = async ({ personId, subjectId }, now) => {
  const booking = await visibleBooking({ id: personId }, subjectId ?? '');
  // The house invites: who hosts may change, and calendars take a change from nobody else.
  const from = configuration.mail?.from;
  if (!booking || !from || endOf(booking) <= now) return null;
  const [person] = await db.read
    .select({ name: people.name, address: people.email })
    .from(people)
    .where(eq(people.id, personId));
  const event = bookingEvent(booking, personId, now);
  const method = event.cancelled ? ('CANCEL' as const) : ('REQUEST' as const);
  const attendee = { ...person!, partstat: 'ACCEPTED' as const };
  const when = whenInWords(booking.startsAt, knownZone(booking.timezone));
  const where = [booking.place, booking.link].filter(Boolean).join('\n');
  return {
    subject: `${event.cancelled ? 'Called off: ' : ''}${event.title}, ${when}`,
    text: event.cancelled
      ? `This time is called off: ${when}.\n\n${configuration.origin}${paths.officeHours()}`
      : `${event.title}: ${when}, ${booking.minutes} minutes.\n\n${where}\n\nWhat it is about, and the way to give it back: ${configuration.origin}${paths.booking(booking.id)}`,
    calendar: { method, content: invitationText({ method, event, organiser: from, attendee, now }) },
  };
};

/** "I can't make it": a booking is given back, and its time offered on. */
import { eq } from 'drizzle-orm';

import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { bookings } from '#db/schema/office-hours.ts';

import { aheadOf, type Booking, hostedAhead, visibleBooking } from './bookings.server.ts';
import { offerOn, withdrawOffers } from './offers.server.ts';
import { queueChanged } from './queue-news.server.ts';
import { heldKey, liesWithin, MOST_BOOKINGS, overlaps } from './slot.ts';
import { namedAt, postBooking, tellOf } from './telling.server.ts';

/** Writes that nobody has this booking any more, and takes it out of both calendars. */
export async function letGo(tx: Tx, booking: Booking, byId: string | null, now: number): Promise<void> {
  await tx
    .update(bookings)
    .set({ releasedAt: now, releasedBy: byId, held: null, sequence: booking.sequence + 1 })
    .where(eq(bookings.id, booking.id));
  await postBooking(tx, booking, booking, now);
  queueChanged();
}

/** Gives back one's own booking. It is offered to those who wait for one, and is free else. Refuses what has begun. */
export async function release(
  by: { id: string },
  id: string,
  now: number,
): Promise<{ released: true } | { refused: 'not-yours' | 'past' }> {
  return db.write(async (tx) => {
    const booking = await visibleBooking(by, id);
    if (booking?.personId !== by.id) return { refused: 'not-yours' };
    if (booking.releasedAt !== null) return { released: true };
    if (booking.startsAt <= now) return { refused: 'past' };
    await letGo(tx, booking, by.id, now);
    const { who, when } = await namedAt(booking.startsAt, by.id);
    const text = `${who} cannot make it: ${when}. The time is offered on.`;
    await tellOf(tx, booking.hostId, text, paths.hosting(), now);
    await offerOn(tx, booking, now);
    return { released: true };
  });
}

/**
 * Takes a booking again that one gave back, as long as nobody else has it and its host has not moved away from it: for
 * whom it is only held, they stay first in line and are told.
 */
export async function takeAgain(
  by: { id: string },
  id: string,
  now: number,
): Promise<{ taken: true } | { refused: 'not-yours' | 'gone' | 'too-many' | 'overlap' }> {
  return db.write(async (tx) => {
    const booking = await visibleBooking(by, id);
    if (booking?.personId !== by.id || (booking.releasedAt !== null && booking.releasedBy !== by.id))
      return { refused: 'not-yours' };
    if (booking.releasedAt === null) return { taken: true };
    if (booking.startsAt <= now || booking.cancelledAt !== null) return { refused: 'gone' };
    const sitting = { startsAt: booking.sittingStartsAt, endsAt: booking.sittingEndsAt };
    if (!liesWithin(booking, sitting)) return { refused: 'gone' };
    const mine = await aheadOf(by.id, now);
    if (mine.length >= MOST_BOOKINGS) return { refused: 'too-many' };
    if (mine.some((other) => overlaps(other, booking))) return { refused: 'overlap' };
    const { sittingId, startsAt } = booking;
    const given = await hostedAhead(booking.hostId, now);
    if (given.some((other) => overlaps(other, booking))) return { refused: 'gone' };
    const back = (when: string) =>
      `Whoever gave their time back can make it after all: ${when}. You keep your place in line.`;
    await withdrawOffers(tx, { sittingId, startsAt }, back, now);
    await tx
      .update(bookings)
      .set({ releasedAt: null, releasedBy: null, held: heldKey(booking), sequence: booking.sequence + 1 })
      .where(eq(bookings.id, id));
    const { who, when } = await namedAt(startsAt, by.id);
    await tellOf(tx, booking.hostId, `${who} can make it after all: ${when}.`, paths.booking(id), now);
    await postBooking(tx, booking, booking, now);
    queueChanged();
    return { taken: true };
  });
}

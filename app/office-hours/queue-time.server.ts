/** What changes in the queue without anybody doing anything. */
import { and, inArray, isNotNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { bookings } from '#db/schema/office-hours.ts';

import { comingSittings } from './free.server.ts';
import { queueChanged } from './queue-news.server.ts';
import { SOON } from './queue.ts';
import { endOf } from './slot.ts';

/** A timer may be late by so much, in ms: rather said twice than not at all. */
const LATE = 5_000;

/**
 * Says that the queue has changed where time alone changed it within the last turn (ms): a host began or ceased to sit,
 * a booking is at hand or is over. No row is written for it, and nothing is said at other times.
 */
export async function tellOfTime(now: number, turn: number): Promise<void> {
  const since = now - turn - LATE;
  const near = await comingSittings({ from: since, until: now + SOON + 1 });
  if (near.length === 0) return;
  const ids = near.map(({ id }) => id);
  const given = await db.read
    .select({ startsAt: bookings.startsAt, minutes: bookings.minutes })
    .from(bookings)
    .where(and(isNotNull(bookings.held), inArray(bookings.sittingId, ids)));
  const moments = [
    ...near.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    ...given.flatMap((booking) => [booking.startsAt - SOON, endOf(booking)]),
  ];
  if (moments.some((at) => at > since && at <= now)) await db.write(async () => queueChanged());
}

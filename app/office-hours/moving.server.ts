/** What a change of the hours does to the sittings that are yet to come, and to who has booked in them. */
import { and, asc, eq, isNull } from 'drizzle-orm';

import { paths } from '#app/paths.ts';
import type { Tx } from '#db/database.ts';
import { bookings, type officeHours, sittings } from '#db/schema/office-hours.ts';

import { visibleBooking } from './bookings.server.ts';
import { callOff, comingOf, moveOn } from './cancelling.server.ts';
import { newTimes, type Occurrence } from './moving.ts';
import { withdrawOffers } from './offers.server.ts';
import { addSittings, comingTimes, sittingOf } from './sittings.server.ts';
import { endOf, heldKey } from './slot.ts';
import { namedAt, postBooking, tellOf } from './telling.server.ts';

/** The occurrence of a sitting that its hours have no time for any more: it does not come back with them. */
const gone = ({ id, occurrence }: { id: string; occurrence: string }) => `gone ${occurrence} ${id}`;
export const isGone = (occurrence: string): boolean => occurrence.startsWith('gone ');

type Hours = typeof officeHours.$inferSelect;
type Sitting = typeof sittings.$inferSelect;

/** Moves the coming sittings of hours to the times they have now; what has none any more is called off. */
export async function moveSittings(tx: Tx, hours: Hours, now: number): Promise<void> {
  const coming = (await comingOf(hours.id, now)).filter(({ occurrence }) => !isGone(occurrence));
  const { moves, left } = newTimes(coming, comingTimes(hours, now));
  // Two may change places: until all have moved, none stands in another's way.
  for (const { id } of coming)
    await tx
      .update(sittings)
      .set({ occurrence: `moving ${id}` })
      .where(eq(sittings.id, id));
  for (const sitting of coming) {
    const time = moves.get(sitting.id) ?? null;
    if (time) await move(tx, hours, sitting, time, now);
    else {
      await tx
        .update(sittings)
        .set({ occurrence: gone(sitting) })
        .where(eq(sittings.id, sitting.id));
      if (sitting.cancelledAt === null) await callOff(tx, sitting, hours.hostId, now);
    }
  }
  await addSittings(tx, hours, left);
}

async function move(tx: Tx, hours: Hours, before: Sitting, time: Occurrence, now: number): Promise<void> {
  const after = { ...before, ...sittingOf(hours, time) };
  const isSame =
    after.startsAt === before.startsAt &&
    after.endsAt === before.endsAt &&
    after.slotMinutes === before.slotMinutes;
  const isElsewhere = after.place !== before.place || after.link !== before.link;
  const sequence = isSame && !isElsewhere ? before.sequence : before.sequence + 1;
  await tx
    .update(sittings)
    .set({ ...sittingOf(hours, time), sequence })
    .where(eq(sittings.id, before.id));
  if (isSame && !isElsewhere) return;
  if (!isSame) {
    const words = (when: string) =>
      `The host has moved their hours, so that ${when} is not offered any more. You keep your place in line.`;
    await withdrawOffers(tx, { sittingId: before.id }, words, now);
  }
  const booked = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.sittingId, before.id), isNull(bookings.releasedAt)))
    .orderBy(asc(bookings.startsAt));
  // One may move to where the next was.
  for (const { id } of booked) await tx.update(bookings).set({ held: null }).where(eq(bookings.id, id));
  for (const { id } of booked) await moveBooking(tx, before, after, id, now);
}

/** A booking keeps its place within its sitting; one that no longer fits goes on to another host, or first in line. */
async function moveBooking(tx: Tx, before: Sitting, after: Sitting, id: string, now: number): Promise<void> {
  const booking = (await visibleBooking({ id: before.hostId }, id))!;
  const startsAt = after.startsAt + (booking.startsAt - before.startsAt);
  const moved = { sittingId: after.id, startsAt, minutes: booking.minutes };
  if (endOf(moved) > after.endsAt || startsAt <= now) return moveOn(tx, booking, after.hostId, now);
  await tx
    .update(bookings)
    .set({ startsAt, held: heldKey(moved), sequence: booking.sequence + 1 })
    .where(eq(bookings.id, id));
  const [then, from] = [await namedAt(startsAt, after.hostId), await namedAt(booking.startsAt, after.hostId)];
  const text =
    startsAt === booking.startsAt
      ? `Your time with ${then.who} (${then.when}) is somewhere else now: ${after.place}.`
      : `${then.who} has moved their hours: your time is now ${then.when} instead of ${from.when}. If that does not suit you, give it back.`;
  await tellOf(tx, booking.personId, text, paths.booking(id), now);
  await postBooking(tx, booking, booking, now);
}

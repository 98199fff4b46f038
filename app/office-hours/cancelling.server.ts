/** A host cannot make it: who had booked goes to another host at the same time, or is first in line. */
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { bookings, sittings } from '#db/schema/office-hours.ts';

import { giveSlot, whoseTurn } from './booking.server.ts';
import { type Booking, visibleBooking } from './bookings.server.ts';
import { freeAt, freeSlots, nearestFree } from './free.server.ts';
import { offerOn, withdrawOffers } from './offers.server.ts';
import { queueChanged } from './queue-news.server.ts';
import { letGo } from './release.server.ts';
import { namedAt, tellOf } from './telling.server.ts';
import { whenInWords } from './when.ts';
import { wishFirst } from './wishes.server.ts';

type Sitting = typeof sittings.$inferSelect;

/** Calls off a sitting inside a transaction: what is held is taken back, and each booking that is yet to come goes on. */
export async function callOff(tx: Tx, sitting: Sitting, byId: string | null, now: number): Promise<void> {
  await tx
    .update(sittings)
    .set({ cancelledAt: now, cancelledBy: byId, sequence: sitting.sequence + 1 })
    .where(eq(sittings.id, sitting.id));
  queueChanged();
  const words = (when: string) =>
    `The host cannot make it after all: ${when} is not offered any more. You keep your place in line.`;
  await withdrawOffers(tx, { sittingId: sitting.id }, words, now);
  const coming = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.sittingId, sitting.id), isNull(bookings.releasedAt), gt(bookings.startsAt, now)))
    // Each goes to the head of the line, so that the first of them ends up first.
    .orderBy(desc(bookings.startsAt));
  for (const { id } of coming)
    await moveOn(tx, (await visibleBooking({ id: sitting.hostId }, id))!, byId, now);
}

/** Finds another host for a booking at the same time; where there is none, its caller is first in line with its words. */
export async function moveOn(tx: Tx, booking: Booking, byId: string | null, now: number): Promise<void> {
  const { personId, topic, tried, startsAt } = booking;
  await letGo(tx, booking, byId, now);
  if (booking.personLeftAt !== null) return;
  const caller = { id: personId };
  const slot = await whoseTurn(await freeAt(caller, startsAt, now));
  const { who, when } = await namedAt(startsAt, booking.hostId);
  if (slot) {
    const id = await giveSlot(tx, slot, { id: newId(), personId, topic, tried }, now);
    const text = `${who} cannot make it: ${when}. ${slot.host} will see you instead, at the same time.`;
    return tellOf(tx, personId, text, paths.booking(id), now);
  }
  await wishFirst(tx, personId, { topic, tried }, now);
  const zone = await zoneHere();
  const nearest = (await nearestFree(caller, startsAt, now, 3)).map((free) =>
    whenInWords(free.startsAt, zone),
  );
  const text = [
    `${who} cannot make it: ${when}. You are first in line for the next time that frees up, and your words are kept.`,
    ...(nearest.length > 0 ? [`Free now: ${nearest.join('; ')}.`] : []),
  ].join(' ');
  await tellOf(tx, personId, text, paths.newBooking({ choice: 'wish' }), now);
}

/** A host's own sitting that is not over; null: they have none by this id. */
async function ownSitting(by: { id: string }, id: string, now: number): Promise<Sitting | null> {
  const [sitting] = await db.read
    .select()
    .from(sittings)
    .where(and(eq(sittings.id, id), eq(sittings.hostId, by.id), gt(sittings.endsAt, now)));
  return sitting ?? null;
}

/** Calls off one of a host's own sittings. False: there is none by this id that is not over. */
export async function cancelSitting(by: { id: string }, id: string, now: number): Promise<boolean> {
  return db.write(async (tx) => {
    const sitting = await ownSitting(by, id, now);
    if (sitting && sitting.cancelledAt === null) await callOff(tx, sitting, by.id, now);
    return sitting !== null;
  });
}

/** Holds a sitting after all. Who was moved stays where they are; its times are offered to those who wait for one. */
export async function restoreSitting(by: { id: string }, id: string, now: number): Promise<boolean> {
  return db.write(async (tx) => {
    const sitting = await ownSitting(by, id, now);
    if (sitting && sitting.cancelledAt !== null) await reopen(tx, sitting, now);
    return sitting !== null;
  });
}

/** The same inside a transaction. */
export async function reopen(tx: Tx, sitting: Sitting, now: number): Promise<void> {
  const called = { cancelledAt: null, cancelledBy: null, sequence: sitting.sequence + 1 };
  await tx.update(sittings).set(called).where(eq(sittings.id, sitting.id));
  queueChanged();
  const free = await freeSlots(null, now, { from: now, until: sitting.endsAt });
  for (const slot of free) if (slot.sittingId === sitting.id) await offerOn(tx, slot, now);
}

/** The coming sittings of somebody's hours, called off or not, soonest first. */
export const comingOf = (officeHoursId: string, now: number): Promise<Sitting[]> =>
  db.read
    .select()
    .from(sittings)
    .where(and(eq(sittings.officeHoursId, officeHoursId), gt(sittings.startsAt, now)))
    .orderBy(asc(sittings.startsAt), asc(sittings.id));

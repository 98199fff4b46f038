/** Taking a time with a host, and what one would like to talk about. */
import { and, eq, isNull, sql } from 'drizzle-orm';

import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { bookings } from '#db/schema/office-hours.ts';

import { aheadOf } from './bookings.server.ts';
import { freeAt, type FreeSlot, nearestFree } from './free.server.ts';
import { queueChanged } from './queue-news.server.ts';
import { heldKey, MOST_BOOKINGS, overlaps, type Slot } from './slot.ts';
import { namedAt, postBooking, tellOf } from './telling.server.ts';
import { nextTurn } from './turn.ts';
import { turnsOf } from './turns.server.ts';
import type { Words } from './words.ts';

type Wanted = Words & {
  /** made with the form: the same form sent twice is one booking, and with other words or at another time another */
  id: string;
  at: number;
  /** null: whoever is free */
  sittingId: string | null;
};

export type BookingRefusal =
  { refused: 'past' | 'too-many' | 'overlap' } | { refused: 'taken'; nearest: FreeSlot[] };

/**
 * Books a time with a chosen host, or with the one of those free at it whose turn it is. Refuses a time that is over, one
 * that somebody else was quicker with (with the nearest that are free), and more than somebody may have.
 */
export async function book(
  by: { id: string },
  { id, at, sittingId, ...words }: Wanted,
  now: number,
): Promise<{ id: string } | BookingRefusal> {
  return db.write(async (tx) => {
    const [same] = await tx.select().from(bookings).where(eq(bookings.id, id));
    const isSent = same?.startsAt === at && same.topic === words.topic && same.tried === words.tried;
    if (isSent && same.personId === by.id) return { id };
    if (at <= now) return { refused: 'past' };
    const mine = await aheadOf(by.id, now);
    if (mine.length >= MOST_BOOKINGS) return { refused: 'too-many' };
    const free = (await freeAt(by, at, now)).filter((one) => !sittingId || one.sittingId === sittingId);
    const slot = await whoseTurn(free);
    if (!slot) return { refused: 'taken', nearest: await nearestFree(by, at, now) };
    if (mine.some((booking) => overlaps(booking, slot))) return { refused: 'overlap' };
    // Somebody went back to the form and booked something else. Or somebody else's id was sent: that there is such a one is not for them to learn.
    return { id: await giveSlot(tx, slot, { id: same ? newId() : id, personId: by.id, ...words }, now) };
  });
}

/** Of several free slots, that of the host whose turn it is; null where there is none. */
export async function whoseTurn<S extends Slot>(free: readonly S[]): Promise<S | null> {
  const hostId = nextTurn(await turnsOf(free.map((slot) => slot.hostId)));
  return free.find((slot) => slot.hostId === hostId) ?? null;
}

/** Writes that a slot is somebody's, tells its host and both calendars. The caller has seen that it is free. */
export async function giveSlot(
  tx: Tx,
  slot: Slot,
  { id, personId, topic, tried }: Words & { id: string; personId: string },
  now: number,
): Promise<string> {
  const { sittingId, startsAt, minutes } = slot;
  await tx.insert(bookings).values({
    ...{ id, sittingId, startsAt, minutes, personId, topic, tried },
    madeAt: now,
    held: heldKey(slot),
    version: 1,
    sequence: 0,
  });
  const { who, when } = await namedAt(startsAt, personId);
  await tellOf(tx, slot.hostId, `${who} booked a time with you: ${when}.`, paths.booking(id), now);
  await postBooking(tx, { id, personId }, slot, now);
  queueChanged();
  return id;
}

type Stale = { refused: 'stale'; now: Words & { version: number } };

/** Rewrites what somebody wants to talk about, in their booking; the time stays theirs. Refuses what is over, or stale. */
export async function rewriteBooking(
  by: { id: string },
  id: string,
  { version, ...words }: Words & { version: number },
): Promise<{ saved: true } | Stale | { refused: 'not-now' }> {
  return db.write(async (tx) => {
    const [booking] = await tx
      .select()
      .from(bookings)
      .where(and(eq(bookings.id, id), eq(bookings.personId, by.id), isNull(bookings.releasedAt)));
    if (!booking) return { refused: 'not-now' };
    const { topic, tried } = booking;
    if (topic === words.topic && tried === words.tried) return { saved: true };
    if (booking.version !== version)
      return { refused: 'stale', now: { topic, tried, version: booking.version } };
    await tx
      .update(bookings)
      .set({ ...words, version: sql`${bookings.version} + 1` })
      .where(eq(bookings.id, id));
    queueChanged();
    return { saved: true };
  });
}

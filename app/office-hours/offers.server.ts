/** What somebody gave back is offered on: held for the first in line for a while, then for the next. */
import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';

import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { sittings, slotOffers, slotWishes } from '#db/schema/office-hours.ts';

import { giveSlot } from './booking.server.ts';
import { aheadOf } from './bookings.server.ts';
import { firstInLine, heldUntil, type Wish } from './offer.ts';
import { heldKey, MOST_BOOKINGS, overlaps, type Slot } from './slot.ts';
import { namedAt, tellOf } from './telling.server.ts';
import { endWish } from './wishes.server.ts';

/** The wishes that stand, of people who are here, with what each has ahead of them. */
async function standingWishes(now: number): Promise<Wish[]> {
  const rows = await db.read
    .select({ id: slotWishes.id, personId: slotWishes.personId, madeAt: slotWishes.madeAt })
    .from(slotWishes)
    .innerJoin(people, and(eq(people.id, slotWishes.personId), isNull(people.deactivatedAt)))
    .where(isNotNull(slotWishes.standing));
  const wishes: Wish[] = [];
  // One after another: inside a transaction there is one connection.
  for (const row of rows) wishes.push({ ...row, bookings: await aheadOf(row.personId, now) });
  return wishes;
}

/** Holds a freed slot for the first in line and tells them. Where nobody waits for one, or it is too late, it is free. */
export async function offerOn(tx: Tx, slot: Slot, now: number): Promise<void> {
  const expiresAt = heldUntil(now, slot.startsAt);
  if (expiresAt === null) return;
  const about = and(eq(slotOffers.sittingId, slot.sittingId), eq(slotOffers.startsAt, slot.startsAt));
  const asked = await tx.select({ wishId: slotOffers.wishId }).from(slotOffers).where(about);
  const held = await tx
    .select({ wishId: slotOffers.wishId })
    .from(slotOffers)
    .where(isNotNull(slotOffers.held));
  const wish = firstInLine(slot, await standingWishes(now), {
    aboutThis: new Set(asked.map(({ wishId }) => wishId)),
    aboutAnother: new Set(held.map(({ wishId }) => wishId)),
  });
  if (!wish) return;
  const { sittingId, startsAt, minutes } = slot;
  const id = newId();
  await tx.insert(slotOffers).values({
    ...{ id, sittingId, startsAt, minutes, expiresAt },
    wishId: wish.id,
    personId: wish.personId,
    offeredAt: now,
    held: heldKey(slot),
  });
  const { who, when } = await namedAt(startsAt, slot.hostId);
  const until = (await namedAt(expiresAt, slot.hostId)).when;
  const text = `A time with ${who} has become free: ${when}. It is held for you until ${until}.`;
  await tellOf(tx, wish.personId, text, paths.slotOffer(id), now);
}

/** An offer with its host and the words of its wish, if it was made to this person; else null. */
export async function visibleOffer(viewer: { id: string }, id: string) {
  const [offer] = await db.read
    .select({
      offer: slotOffers,
      hostId: sittings.hostId,
      host: people.name,
      place: sittings.place,
      topic: slotWishes.topic,
      tried: slotWishes.tried,
    })
    .from(slotOffers)
    .innerJoin(slotWishes, eq(slotWishes.id, slotOffers.wishId))
    .innerJoin(sittings, eq(sittings.id, slotOffers.sittingId))
    .innerJoin(people, eq(people.id, sittings.hostId))
    .where(and(eq(slotOffers.id, id), eq(slotOffers.personId, viewer.id)));
  return offer ?? null;
}

/** What is held for somebody now. */
export async function offerHeldFor(viewer: { id: string }, now: number) {
  const [held] = await db.read
    .select({ id: slotOffers.id, expiresAt: slotOffers.expiresAt })
    .from(slotOffers)
    .where(and(eq(slotOffers.personId, viewer.id), isNotNull(slotOffers.held)));
  const found = held && held.expiresAt > now ? await visibleOffer(viewer, held.id) : null;
  return found;
}

type Answer = 'taken' | 'declined';

/** Takes what was offered, as a booking, or passes it on to the next in line. Refuses what is held for them no longer. */
export async function answerOffer(
  by: { id: string },
  id: string,
  answer: Answer,
  now: number,
): Promise<{ bookingId: string } | { declined: true } | { refused: 'over' | 'too-many' | 'overlap' }> {
  return db.write(async (tx) => {
    const found = await visibleOffer(by, id);
    if (!found || found.offer.held === null || found.offer.expiresAt <= now) return { refused: 'over' };
    const { offer, hostId, topic, tried } = found;
    const slot = { ...offer, hostId };
    if (answer === 'declined') {
      await settle(tx, id, 'declined', now);
      await offerOn(tx, slot, now);
      return { declined: true };
    }
    const mine = await aheadOf(by.id, now);
    if (mine.length >= MOST_BOOKINGS) return { refused: 'too-many' };
    if (mine.some((booking) => overlaps(booking, slot))) return { refused: 'overlap' };
    await settle(tx, id, 'taken', now);
    await endWish(tx, offer.wishId, now);
    const booking = { id: newId(), personId: by.id, topic, tried };
    return { bookingId: await giveSlot(tx, slot, booking, now) };
  });
}

/** Ends the holding of a slot. */
const settle = (tx: Tx, id: string, answer: Answer | 'expired' | 'withdrawn', now: number) =>
  tx.update(slotOffers).set({ answer, answeredAt: now, held: null }).where(eq(slotOffers.id, id));

/** Takes back the offers that are held and meet a condition, each with what its person is told; returns their slots. */
export async function withdrawOffers(
  tx: Tx,
  which: { sittingId: string; startsAt?: number } | { wishId: string },
  text: ((when: string) => string) | null,
  now: number,
): Promise<Slot[]> {
  const held = await tx
    .select({ offer: slotOffers, hostId: sittings.hostId })
    .from(slotOffers)
    .innerJoin(sittings, eq(sittings.id, slotOffers.sittingId))
    .where(
      and(
        isNotNull(slotOffers.held),
        'wishId' in which
          ? eq(slotOffers.wishId, which.wishId)
          : and(
              eq(slotOffers.sittingId, which.sittingId),
              which.startsAt === undefined ? undefined : eq(slotOffers.startsAt, which.startsAt),
            ),
      ),
    );
  for (const { offer, hostId } of held) {
    await settle(tx, offer.id, 'withdrawn', now);
    const { when } = await namedAt(offer.startsAt, hostId);
    if (text) await tellOf(tx, offer.personId, text(when), paths.officeHours(), now);
  }
  return held.map(({ offer, hostId }) => ({ ...offer, hostId }));
}

/** Passes on what was held for long enough, each by itself; whoever comes second finds nothing left to do. */
export async function expireOffers(now: number): Promise<void> {
  const due = and(isNotNull(slotOffers.held), lte(slotOffers.expiresAt, now));
  const found = await db.read.select({ id: slotOffers.id }).from(slotOffers).where(due);
  for (const { id } of found) {
    await db.write(async (tx) => {
      const [still] = await tx
        .select({ offer: slotOffers, hostId: sittings.hostId })
        .from(slotOffers)
        .innerJoin(sittings, eq(sittings.id, slotOffers.sittingId))
        .where(and(eq(slotOffers.id, id), due));
      if (!still) return;
      await settle(tx, id, 'expired', now);
      const { when } = await namedAt(still.offer.startsAt, still.hostId);
      const text = `The time that was held for you has gone on: ${when}. You are still in line for the next.`;
      await tellOf(tx, still.offer.personId, text, paths.officeHours(), now);
      await offerOn(tx, { ...still.offer, hostId: still.hostId }, now);
    });
  }
}

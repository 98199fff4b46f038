/** What happens to office hours by themselves. Safe when several do it at once: whoever comes second finds nothing. */
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { bookings, officeHours, queuePlaces, sittings, slotWishes } from '#db/schema/office-hours.ts';

import { visibleBooking } from './bookings.server.ts';
import { AHEAD, comingSittings } from './free.server.ts';
import { mayStillHost } from './host.server.ts';
import { end } from './hours.server.ts';
import { expireOffers, offerOn } from './offers.server.ts';
import { endPlaces, sittingNow, standingPlaces } from './queue.server.ts';
import { tellOfTime } from './queue-time.server.ts';
import { letGo } from './release.server.ts';
import { makeSittings } from './sittings.server.ts';
import { namedAt, tellOf } from './telling.server.ts';
import { whenInWords } from './when.ts';
import { giveUpWish } from './wish-ending.server.ts';

/** Does what is due: sittings to be made, offers to pass on, a queue to close or open, and what people who left had. */
export async function tendOfficeHours(now: number): Promise<void> {
  await tendLeavers(now);
  await makeSittings(now);
  await expireOffers(now);
  await closeQueue(now);
  await tellOfTime(now, TURN);
}

/** How often all this is done, in ms. */
export const TURN = 60_000;

const hasLeft = isNotNull(people.deactivatedAt);

/** Frees what people had who have left, and ends the hours of whoever may not host any more. */
async function tendLeavers(now: number): Promise<void> {
  const hosts = await db.read
    .selectDistinct({ hostId: officeHours.hostId })
    .from(officeHours)
    .where(isNull(officeHours.endedAt));
  for (const { hostId } of hosts) if (!(await mayStillHost(hostId))) await endAllOf(hostId, now);

  const booked = and(isNull(bookings.releasedAt), gt(bookings.startsAt, now), hasLeft);
  const left = await db.read
    .select({ id: bookings.id, personId: bookings.personId })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(booked);
  for (const { id, personId } of left) await free(id, personId, now);

  const wishing = await db.read
    .select({ personId: slotWishes.personId })
    .from(slotWishes)
    .innerJoin(people, eq(people.id, slotWishes.personId))
    .where(and(isNotNull(slotWishes.standing), hasLeft));
  for (const { personId } of wishing) await giveUpWish({ id: personId }, now);

  const queueing = await db.read
    .select({ id: queuePlaces.id })
    .from(queuePlaces)
    .innerJoin(people, eq(people.id, queuePlaces.personId))
    .where(and(isNotNull(queuePlaces.standing), hasLeft));
  const ids = queueing.map(({ id }) => id);
  if (ids.length > 0) await db.write((tx) => endPlaces(tx, ids, 'left', now));
}

async function endAllOf(hostId: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    const all = await tx
      .select()
      .from(officeHours)
      .where(and(eq(officeHours.hostId, hostId), isNull(officeHours.endedAt)));
    for (const hours of all) await end(tx, hours, null, now);
  });
}

async function free(id: string, personId: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    const booking = await visibleBooking({ id: personId }, id);
    if (!booking || booking.releasedAt !== null) return;
    await letGo(tx, booking, null, now);
    const { when } = await namedAt(booking.startsAt, booking.hostId);
    const text = `A booking with you was given back: ${when}. The time is offered on.`;
    await tellOf(tx, booking.hostId, text, paths.hosting(), now);
    await offerOn(tx, booking, now);
  });
}

/** Somebody who is being seen as the last sitting ends is given so long to finish. */
const LATE = 60 * 60_000;

async function endOfSitting(id: string | null): Promise<number> {
  const [sitting] = await db.read
    .select({ endsAt: sittings.endsAt })
    .from(sittings)
    .where(eq(sittings.id, id ?? ''));
  return sitting?.endsAt ?? 0;
}

/** Once nobody sits any more, those who wait are told when the next hours are, and that their words are kept. */
async function closeQueue(now: number): Promise<void> {
  const due = async () => {
    if ((await sittingNow(now)).length > 0) return { waiting: [], late: [] };
    const standing = await standingPlaces();
    const waiting = standing.filter(({ place }) => place.state === 'waiting');
    const late: { id: string }[] = [];
    for (const { place } of standing)
      if (place.state === 'taken' && (await endOfSitting(place.sittingId)) + LATE <= now) late.push(place);
    return { waiting, late };
  };
  const before = await due();
  if (before.waiting.length + before.late.length === 0) return;
  await db.write(async (tx) => {
    const { waiting, late } = await due();
    const ids = (places: { id: string }[]) => places.map(({ id }) => id);
    if (late.length > 0) await endPlaces(tx, ids(late), 'done', now);
    if (waiting.length === 0) return;
    await endPlaces(tx, ids(waiting.map(({ place }) => place)), 'left', now);
    const [next] = await comingSittings({ from: now, until: now + AHEAD });
    const zone = await zoneHere();
    for (const { place } of waiting) {
      const text = [
        'The hours ended before it was your turn: that is ours to make good. Your words are kept.',
        next ? `The next are ${whenInWords(next.startsAt, zone)}.` : '',
        'Keep them as a booking, or as a wish, in one step.',
      ];
      const path = paths.newBooking({ place: place.id });
      await tellOf(tx, place.personId, text.filter(Boolean).join(' '), path, now);
    }
  });
}

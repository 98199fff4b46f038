/** What the page of office hours shows somebody. */
import { zoneHere } from '#app/accounts/organisation.server.ts';

import { aheadOf } from './bookings.server.ts';
import { writeChoice } from './choice.ts';
import { AHEAD, type FreeSlot, freeSlots } from './free.server.ts';
import { offerHeldFor } from './offers.server.ts';
import { placeOf, sittingNow } from './queue.server.ts';
import { clock, clockInWords, dayInWords, whenInWords } from './when.ts';
import { wishOf } from './wishes.server.ts';

/** How far ahead times are shown at first. */
const FIRST = 14 * 24 * 60 * 60_000;

/** What one can book, by day, of the next two weeks or of all that are there; what one has; and who sits now. */
export async function overview(viewer: { id: string }, now: number, wantsAll: boolean) {
  const zone = await zoneHere();
  const [free, mine, wish, held, sitting, place] = [
    await freeSlots(viewer, now, { until: now + AHEAD }),
    await aheadOf(viewer.id, now),
    await wishOf(viewer.id),
    await offerHeldFor(viewer, now),
    await sittingNow(now),
    await placeOf(viewer.id),
  ];
  const lastDay = dayInWords(now + FIRST, zone);
  const near = free.filter(
    ({ startsAt }) => startsAt < now + FIRST || dayInWords(startsAt, zone) === lastDay,
  );
  // With nothing near, what is far is what there is.
  const shown = wantsAll || near.length === 0 ? free : near;
  return {
    days: byDay(shown, zone),
    more: free.length - shown.length,
    sitting: sitting.map(({ hostId, host, endsAt }) => ({ hostId, host, until: clockInWords(endsAt, zone) })),
    isInQueue: place !== null,
    bookings: mine.map(({ id, host, startsAt, place: where }) => ({
      ...{ id, host, where },
      when: whenInWords(startsAt, zone),
    })),
    wish: wish && { topic: wish.topic },
    held: held && {
      id: held.offer.id,
      host: held.host,
      when: whenInWords(held.offer.startsAt, zone),
      until: whenInWords(held.offer.expiresAt, zone),
    },
  };
}

export type Day = ReturnType<typeof byDay>[number];

/** Free slots by day and time, each with who is there then. */
function byDay(free: readonly FreeSlot[], zone: string) {
  const days = Map.groupBy(free, ({ startsAt }) => dayInWords(startsAt, zone));
  return [...days].map(([day, slots]) => ({
    day,
    times: [...Map.groupBy(slots, ({ startsAt }) => startsAt)].map(([at, there]) => ({
      at,
      choice: writeChoice({ at, sittingId: null }),
      clock: clock(at, zone),
      zone: clockInWords(at, zone).slice(clock(at, zone).length + 1),
      hosts: there.map(({ host }) => host),
    })),
  }));
}

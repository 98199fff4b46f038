/** Whatever people do, in whatever order: no time is given to two, and no wish is lost. */
import { isNotNull, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

import { cancelSitting, restoreSitting } from '#app/office-hours/cancelling.server.ts';
import { answerOffer, expireOffers } from '#app/office-hours/offers.server.ts';
import { release, takeAgain } from '#app/office-hours/release.server.ts';
import { endOf, MOST_BOOKINGS, overlaps } from '#app/office-hours/slot.ts';
import { giveUpWish } from '#app/office-hours/wish-ending.server.ts';
import { makeWish } from '#app/office-hours/wishes.server.ts';
import { db } from '#db/database.server.ts';
import { bookings, officeHours, sittings, slotOffers, slotWishes } from '#db/schema/office-hours.ts';
import { minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { booking, hoursOf, quarter, thursday } from './known.ts';

let callers: TestPerson[];
let hosts: TestPerson[];
beforeAll(async () => {
  callers = [await somebody('Mara'), await somebody('Wei'), await somebody('Noor')];
  hosts = [await somebody('Ines', 'organiser'), await somebody('Jonas', 'organiser')];
});

const doings = [
  ...([
    'book',
    'release',
    'again',
    'wish',
    'unwish',
    'accept',
    'decline',
    'expire',
    'cancel',
    'restore',
  ] as const),
];
type Doing = { what: (typeof doings)[number]; who: number; which: number; minutes: number };

const doing: fc.Arbitrary<Doing> = fc.record({
  what: fc.constantFrom(...doings),
  who: fc.nat(2),
  which: fc.nat(3),
  minutes: fc.nat(50),
});

const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)];
const own = async (who: TestPerson) =>
  (await db.read.select().from(bookings)).filter(({ personId }) => personId === who.id);
const heldFor = async (who: TestPerson) =>
  (await db.read.select().from(slotOffers).where(isNotNull(slotOffers.held))).find(
    ({ personId }) => personId === who.id,
  );

/** What is to become of a person's wish by what they do themself. */
let given: Set<string>;

async function act({ what, who, which }: Doing, at: number): Promise<void> {
  const caller = callers[who]!;
  const mine = await own(caller);
  const hosted = (await db.read.select().from(sittings)).filter(
    ({ startsAt }) => startsAt < thursday + 60 * minute,
  );
  const sitting = pick(hosted, which);
  const host = hosts.find(({ id }) => id === sitting?.hostId);
  switch (what) {
    case 'book':
      await booking(caller, thursday + which * quarter, { now: at });
      return;
    case 'release':
      await release(caller, pick(mine, which)?.id ?? '', at);
      return;
    case 'again':
      await takeAgain(caller, pick(mine, which)?.id ?? '', at);
      return;
    case 'wish':
      await makeWish(caller, { topic: `Wish of ${caller.name}`, tried: '' }, at);
      given.add(caller.id);
      return;
    case 'unwish':
      await giveUpWish(caller, at);
      given.delete(caller.id);
      return;
    case 'accept': {
      const answered = await answerOffer(caller, (await heldFor(caller))?.id ?? '', 'taken', at);
      if ('bookingId' in answered) given.delete(caller.id);
      return;
    }
    case 'decline':
      await answerOffer(caller, (await heldFor(caller))?.id ?? '', 'declined', at);
      return;
    case 'expire':
      await expireOffers(at);
      return;
    case 'cancel': {
      const losing = (await db.read.select().from(bookings).where(isNull(bookings.releasedAt))).filter(
        ({ sittingId, startsAt }) =>
          sittingId === sitting?.id && startsAt > at && sitting.cancelledAt === null,
      );
      await cancelSitting(host!, sitting!.id, at);
      // Whoever lost a booking has another at that time, or a wish.
      for (const lost of losing) {
        const still = (await db.read.select().from(bookings).where(isNull(bookings.releasedAt))).some(
          ({ personId, startsAt }) => personId === lost.personId && startsAt === lost.startsAt,
        );
        if (!still) given.add(lost.personId);
      }
      return;
    }
    case 'restore':
      await restoreSitting(host!, sitting!.id, at);
      return;
  }
}

async function holds(): Promise<void> {
  const hostOf = new Map((await db.read.select().from(sittings)).map((one) => [one.id, one]));
  const given_ = await db.read.select().from(bookings).where(isNull(bookings.releasedAt));
  const held = await db.read.select().from(slotOffers).where(isNotNull(slotOffers.held));
  const taken = [...given_, ...held].map((slot) => ({ ...slot, hostId: hostOf.get(slot.sittingId)!.hostId }));
  for (const [at, one] of taken.entries())
    for (const other of taken.slice(at + 1))
      if (one.hostId === other.hostId) expect(overlaps(one, other), 'two have one time').toBe(false);
  for (const one of taken) {
    const sitting = hostOf.get(one.sittingId)!;
    expect(one.startsAt >= sitting.startsAt && endOf(one) <= sitting.endsAt).toBe(true);
    expect(sitting.cancelledAt).toBeNull();
  }
  for (const booked of given_) expect(booked.held).not.toBeNull();
  const wishes = await db.read.select().from(slotWishes).where(isNotNull(slotWishes.standing));
  expect(new Set(wishes.map(({ personId }) => personId)), 'a wish was lost, or made up').toEqual(given);
  for (const offer of held) expect(wishes.map(({ id }) => id)).toContain(offer.wishId);
  for (const { id } of callers)
    expect(given_.filter(({ personId }) => personId === id).length).toBeLessThanOrEqual(MOST_BOOKINGS);
}

it('no time is given to two, and no wish is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 4, maxLength: 24 }), async (path) => {
      await db.write(async (tx) => {
        for (const table of [slotOffers, slotWishes, bookings, sittings, officeHours]) await tx.delete(table);
      });
      for (const host of hosts) await hoursOf(host, { rule: 'FREQ=MONTHLY;BYDAY=1TH' });
      given = new Set();
      let at = now;
      for (const step of path) {
        at += step.minutes * minute;
        await act(step, at);
        await holds();
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);

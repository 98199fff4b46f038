import { beforeEach, describe, expect, it } from 'vitest';

import { rewriteBooking } from '#app/office-hours/booking.server.ts';
import { aheadOf, visibleBooking } from '#app/office-hours/bookings.server.ts';
import { freeSlots } from '#app/office-hours/free.server.ts';
import { changeHours } from '#app/office-hours/hours.server.ts';
import { answerOffer, expireOffers, offerHeldFor } from '#app/office-hours/offers.server.ts';
import { release, takeAgain } from '#app/office-hours/release.server.ts';
import { makeWish, restoreWish, wishOf } from '#app/office-hours/wishes.server.ts';
import { giveUpWish } from '#app/office-hours/wish-ending.server.ts';
import { db } from '#db/database.server.ts';
import { messages } from '#db/schema/notices.ts';
import { bookings, officeHours, sittings, slotOffers, slotWishes } from '#db/schema/office-hours.ts';
import { hour, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { booked, booking, bookingRow, hoursOf, leave, quarter, texts, thursday, weekly } from './known.ts';

let mara: TestPerson;
let wei: TestPerson;
let noor: TestPerson;
let ines: TestPerson;
let jonas: TestPerson;
beforeEach(async () => {
  await db.write(async (tx) => {
    for (const table of [slotOffers, slotWishes, bookings, sittings, officeHours]) await tx.delete(table);
  });
  [mara, wei, noor] = [await somebody('Mara'), await somebody('Wei'), await somebody('Noor')];
  [ines, jonas] = [await somebody('Ines', 'organiser'), await somebody('Jonas', 'organiser')];
});

const words = { topic: 'Signing our images', tried: 'Read the lesson.' };

describe('booking', () => {
  it('gives a time to one of many who want it at once, and offers the others the nearest', async () => {
    await hoursOf(ines);
    const all = await Promise.all([mara, wei, noor].map((person) => booking(person, thursday)));
    const lost = all.filter((one) => 'refused' in one);
    expect(lost).toHaveLength(2);
    for (const one of lost) {
      expect(one).toMatchObject({ refused: 'taken' });
      const nearest = 'nearest' in one ? one.nearest.map(({ startsAt }) => startsAt) : [];
      expect(nearest[0]).toBe(thursday + quarter);
      expect(nearest).not.toContain(thursday);
    }
    expect(await db.read.$count(bookings)).toBe(1);
  });

  it('with whoever is free goes round the hosts', async () => {
    const [{ sittings: first }] = [await hoursOf(ines), await hoursOf(jonas)];
    const hosts = [];
    for (const [nth, person] of [mara, wei, noor, mara].entries()) {
      const made = await booked(person, thursday + Math.floor(nth / 2) * quarter, { now: now + nth });
      hosts.push(made.sittingId === first[0]!.id ? 'Ines' : 'Jonas');
    }
    expect(hosts.toSorted()).toEqual(['Ines', 'Ines', 'Jonas', 'Jonas']);
    expect(new Set(hosts.slice(0, 2)).size).toBe(2);
  });

  it('with a chosen host is with that host, and tells both calendars and the host', async () => {
    await hoursOf(ines);
    const { sittings: his } = await hoursOf(jonas);
    const made = await booked(mara, thursday, { sittingId: his[0]!.id });
    expect(made).toMatchObject({
      sittingId: his[0]!.id,
      minutes: 15,
      topic: words.topic,
      version: 1,
      sequence: 0,
    });
    expect((await texts(jonas))[0]).toMatch(/^Mara booked/);
    expect((await texts(jonas)).join()).not.toContain(words.topic);
    const letters = (await db.read.select().from(messages)).filter(({ subjectId }) => subjectId === made.id);
    expect(letters.map(({ kind, personId }) => [kind, personId])).toEqual(
      expect.arrayContaining([
        ['booking', mara.id],
        ['booking', jonas.id],
      ]),
    );
  });

  it('is refused in the past, with oneself, twice at a time, and beyond three', async () => {
    await hoursOf(ines);
    await hoursOf(jonas);
    expect(await booking(mara, thursday, { now: thursday })).toEqual({ refused: 'past' });
    await booked(mara, thursday);
    expect(await booking(mara, thursday)).toEqual({ refused: 'overlap' });
    await booked(mara, thursday + quarter);
    await booked(mara, thursday + 2 * quarter);
    expect(await booking(mara, thursday + 3 * quarter)).toEqual({ refused: 'too-many' });
    const own = (await freeSlots(ines, now)).filter(({ hostId }) => hostId === ines.id);
    expect(own).toEqual([]);
    expect(await booking(mara, thursday + 7 * 24 * hour, { now: thursday + 5 * quarter })).toHaveProperty(
      'id',
    );
  });

  it('is refused where it reaches into another sitting of its host, which begins after it', async () => {
    const { sittings: long } = await hoursOf(ines, { slotMinutes: 30 });
    const { sittings: short } = await hoursOf(ines, { time: '14:15' });
    await booked(mara, thursday + quarter, { sittingId: short[0]!.id });
    expect(await booking(wei, thursday, { sittingId: long[0]!.id })).toMatchObject({ refused: 'taken' });
    expect(await booked(wei, thursday + 2 * quarter, { sittingId: long[0]!.id })).toMatchObject({
      minutes: 30,
    });
  });

  it('is seen by its caller and its host alone', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    expect(await visibleBooking(mara, id)).toMatchObject({ topic: words.topic, host: 'Ines' });
    expect(await visibleBooking(ines, id)).toMatchObject({ topic: words.topic, person: 'Mara' });
    for (const other of [wei, jonas]) expect(await visibleBooking(other, id)).toBeNull();
  });

  it('keeps its time while its words change, and shows what another window saved', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    expect(await rewriteBooking(mara, id, { topic: 'Secrets', tried: 'A vault.', version: 1 })).toEqual({
      saved: true,
    });
    expect(await bookingRow(id)).toMatchObject({
      topic: 'Secrets',
      startsAt: thursday,
      version: 2,
      sequence: 0,
    });
    expect(await rewriteBooking(mara, id, { topic: 'Tokens', tried: '', version: 1 })).toEqual({
      refused: 'stale',
      now: { topic: 'Secrets', tried: 'A vault.', version: 2 },
    });
    expect(await rewriteBooking(ines, id, { topic: 'Mine', tried: '', version: 2 })).toEqual({
      refused: 'not-now',
    });
  });
});

describe('a booking given back', () => {
  it('is free again where nobody waits, and can be taken again', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    expect(await release(wei, id, now)).toEqual({ refused: 'not-yours' });
    expect(await release(mara, id, now)).toEqual({ released: true });
    expect(await bookingRow(id)).toMatchObject({ held: null, releasedBy: mara.id, sequence: 1 });
    expect((await freeSlots(wei, now))[0]?.startsAt).toBe(thursday);
    expect(await takeAgain(mara, id, now)).toEqual({ taken: true });
    expect(await bookingRow(id)).toMatchObject({ releasedAt: null, sequence: 2 });
    await release(mara, id, now);
    await booked(wei, thursday);
    expect(await takeAgain(mara, id, now)).toEqual({ refused: 'gone' });
    expect(await release(mara, id, thursday)).toEqual({ released: true });
  });

  it('is held for the first in line, passed on by declining and by time, and then simply free', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    await makeWish(wei, { topic: 'Fuzzing', tried: 'Nothing yet.' }, now);
    await makeWish(noor, words, now + 1);
    await release(mara, id, now + 2);
    const offer = (await offerHeldFor(wei, now + 3))!;
    expect(offer.offer).toMatchObject({ startsAt: thursday, expiresAt: now + 2 + 2 * hour });
    expect((await freeSlots(noor, now + 3)).map(({ startsAt }) => startsAt)).not.toContain(thursday);
    expect(await booking(jonas, thursday, { now: now + 3 })).toMatchObject({ refused: 'taken' });
    expect(await answerOffer(noor, offer.offer.id, 'taken', now + 3)).toEqual({ refused: 'over' });

    expect(await answerOffer(wei, offer.offer.id, 'declined', now + minute)).toEqual({ declined: true });
    expect((await wishOf(wei.id))?.topic).toBe('Fuzzing');
    const second = (await offerHeldFor(noor, now + 2 * minute))!;
    const over = second.offer.expiresAt;
    await Promise.all([expireOffers(over), expireOffers(over)]);
    expect(await offerHeldFor(noor, over)).toBeNull();
    expect(await answerOffer(noor, second.offer.id, 'taken', over)).toEqual({ refused: 'over' });
    expect((await freeSlots(jonas, over))[0]?.startsAt).toBe(thursday);
    expect(await wishOf(noor.id)).not.toBeNull();
    expect((await texts(noor)).filter((text) => text.includes('has gone on'))).toHaveLength(1);
  });

  it('becomes the booking of whoever takes it, with the words of their wish, which is fulfilled', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    await makeWish(wei, { topic: 'Fuzzing', tried: 'Nothing yet.' }, now);
    await release(mara, id, now);
    const { offer } = (await offerHeldFor(wei, now))!;
    const taken = await Promise.all([
      answerOffer(wei, offer.id, 'taken', now),
      answerOffer(wei, offer.id, 'taken', now),
    ]);
    expect(taken.filter((one) => 'bookingId' in one)).toHaveLength(1);
    expect(await aheadOf(wei.id, now)).toMatchObject([{ startsAt: thursday, topic: 'Fuzzing' }]);
    expect(await wishOf(wei.id)).toBeNull();
    expect(await takeAgain(mara, id, now)).toEqual({ refused: 'gone' });
  });

  it('can be taken again while it is only held, and whoever it was held for keeps their place', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    await makeWish(wei, words, now);
    await release(mara, id, now);
    expect(await takeAgain(mara, id, now)).toEqual({ taken: true });
    expect(await offerHeldFor(wei, now)).toBeNull();
    expect(await wishOf(wei.id)).not.toBeNull();
    expect((await texts(wei)).some((text) => text.includes('make it after all'))).toBe(true);
  });

  it('cannot be taken again while its host is not there then', async () => {
    const { id: hours } = await hoursOf(ines);
    const [first, last] = [await booked(mara, thursday), await booked(wei, thursday + 3 * quarter)];
    for (const [person, { id }] of [[mara, first] as const, [wei, last] as const])
      await release(person, id, now);
    await changeHours(ines, hours, 1, { ...weekly, time: '14:15', minutes: 30 }, now);
    expect(await takeAgain(mara, first.id, now)).toEqual({ refused: 'gone' });
    expect(await takeAgain(wei, last.id, now)).toEqual({ refused: 'gone' });
    expect(await bookingRow(first.id)).toMatchObject({ held: null, releasedBy: mara.id, sequence: 1 });
    await changeHours(ines, hours, 2, { ...weekly, minutes: 45 }, now);
    expect(await takeAgain(mara, first.id, now)).toEqual({ taken: true });
    expect(await takeAgain(wei, last.id, now)).toEqual({ refused: 'gone' });
  });

  it('waits in the outbox once for each calendar, whatever was done with it in between', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    const letters = async (state: string) =>
      (await db.read.select().from(messages))
        .filter((letter) => letter.subjectId === id && letter.kind === 'booking' && letter.state === state)
        .map(({ personId }) => personId)
        .toSorted();
    const both = [mara.id, ines.id].toSorted();
    await release(mara, id, now + 1);
    expect(await letters('waiting')).toEqual(both);
    await takeAgain(mara, id, now + 2);
    expect(await letters('waiting')).toEqual(both);
    expect(await letters('dropped')).toEqual([...both, ...both].toSorted());
  });

  it('is held for nobody shortly before it begins, nor for who has left', async () => {
    await hoursOf(ines);
    const [first, second] = [await booked(mara, thursday), await booked(mara, thursday + quarter)];
    await makeWish(wei, words, now);
    await leave(wei, now);
    await makeWish(noor, words, now + 1);
    await release(mara, second.id, now);
    expect(await offerHeldFor(noor, now)).not.toBeNull();
    await giveUpWish(noor, now);
    await release(mara, first.id, thursday - 30 * minute);
    expect(await db.read.$count(slotOffers)).toBe(1);
    expect((await freeSlots(noor, thursday - 29 * minute)).map(({ startsAt }) => startsAt)).toContain(
      thursday,
    );
  });
});

it('a wish given up lets go of what is held for it, and can stand again where it stood', async () => {
  await hoursOf(ines);
  const { id } = await booked(mara, thursday);
  const wish = await makeWish(wei, words, now);
  await makeWish(noor, words, now + 1);
  expect(await makeWish(wei, { topic: 'Newer words', tried: '' }, now + 2)).toBe(wish);
  await release(mara, id, now + 3);
  expect(await giveUpWish(wei, now + 4)).toBe(wish);
  expect(await offerHeldFor(noor, now + 4)).not.toBeNull();
  expect(await restoreWish(wei, wish)).toEqual({ restored: true });
  expect(await wishOf(wei.id)).toMatchObject({ madeAt: now, topic: 'Newer words' });
  expect(await restoreWish(mara, wish)).toEqual({ restored: false });
});

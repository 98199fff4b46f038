import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';

import { aheadOf } from '#app/office-hours/bookings.server.ts';
import { cancelSitting, restoreSitting } from '#app/office-hours/cancelling.server.ts';
import { freeSlots } from '#app/office-hours/free.server.ts';
import { changeHours, endHours, ownHours, resumeHours } from '#app/office-hours/hours.server.ts';
import { offerHeldFor } from '#app/office-hours/offers.server.ts';
import { makeSittings } from '#app/office-hours/sittings.server.ts';
import { tendOfficeHours } from '#app/office-hours/tending.server.ts';
import { makeWish, wishOf } from '#app/office-hours/wishes.server.ts';
import { db } from '#db/database.server.ts';
import { roles } from '#db/schema/accounts.ts';
import { bookings, officeHours, sittings, slotOffers, slotWishes } from '#db/schema/office-hours.ts';
import { day, hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { booked, bookingRow, hoursOf, leave, quarter, sittingsOf, texts, thursday, weekly } from './known.ts';

let mara: TestPerson;
let wei: TestPerson;
let ines: TestPerson;
let jonas: TestPerson;
beforeEach(async () => {
  await db.write(async (tx) => {
    for (const table of [slotOffers, slotWishes, bookings, sittings, officeHours]) await tx.delete(table);
  });
  [mara, wei] = [await somebody('Mara'), await somebody('Wei')];
  [ines, jonas] = [await somebody('Ines', 'organiser'), await somebody('Jonas', 'organiser')];
});

const times = async (id: string) =>
  (await sittingsOf(id)).filter(({ cancelledAt }) => cancelledAt === null).map(({ startsAt }) => startsAt);

describe('sittings', () => {
  it('are there six weeks ahead, once each, though two look at once, and across the change of clocks', async () => {
    const { id, sittings: made } = await hoursOf(ines);
    expect(made).toHaveLength(6);
    expect(made.map(({ occurrence }) => occurrence.slice(11))).toEqual(Array(6).fill('14:00'));
    // The clocks go forward on the 29th of March: 14:00 is an hour sooner from then on.
    expect(made.map(({ startsAt }) => new Date(startsAt).getUTCHours())).toEqual([13, 13, 13, 13, 12, 12]);
    await Promise.all([makeSittings(now + 7 * day), makeSittings(now + 7 * day)]);
    expect(await sittingsOf(id)).toHaveLength(7);
    await makeSittings(now + 7 * day);
    expect(await sittingsOf(id)).toHaveLength(7);
  });

  it('move with their hours, and who has booked is told and keeps their place in them', async () => {
    const { id } = await hoursOf(ines);
    const [first, second] = [await booked(mara, thursday), await booked(wei, thursday + quarter)];
    const later = { ...weekly, time: '14:15' };
    expect(await changeHours(ines, id, 1, later, now)).toEqual({ changed: true });
    expect(await bookingRow(first.id)).toMatchObject({ startsAt: thursday + quarter, sequence: 1 });
    expect(await bookingRow(second.id)).toMatchObject({ startsAt: thursday + 2 * quarter, sequence: 1 });
    expect((await texts(mara))[0]).toMatch(/Ines has moved their hours/);
    expect((await times(id))[0]).toBe(thursday + quarter);
    expect(await sittingsOf(id)).toHaveLength(6);
    expect(await changeHours(ines, id, 1, weekly, now)).toMatchObject({
      refused: 'stale',
      now: { time: '14:15' },
    });
    expect(await changeHours(jonas, id, 2, weekly, now)).toEqual({ refused: 'ended' });
  });

  it('move to another day, and what no longer fits goes on to another host or first in line', async () => {
    const { id } = await hoursOf(ines);
    await hoursOf(jonas);
    const mine = await sittingsOf(id);
    const kept = await booked(mara, thursday, { sittingId: mine[0]!.id });
    const lost = await booked(wei, thursday + 3 * quarter, { sittingId: mine[0]!.id });
    await changeHours(
      ines,
      id,
      1,
      { ...weekly, rule: 'FREQ=WEEKLY;BYDAY=FR', firstDay: '2026-03-06', minutes: 30 },
      now,
    );
    expect(await bookingRow(kept.id)).toMatchObject({ startsAt: thursday + day, releasedAt: null });
    expect(await bookingRow(lost.id)).toMatchObject({ releasedBy: ines.id, held: null });
    expect(await aheadOf(wei.id, now)).toMatchObject([{ host: 'Jonas', startsAt: thursday + 3 * quarter }]);
  });

  it('become fewer where the hours do, and more where they do', async () => {
    const { id } = await hoursOf(ines);
    await changeHours(ines, id, 1, { ...weekly, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH' }, now);
    expect(await times(id)).toHaveLength(3);
    await changeHours(ines, id, 2, weekly, now);
    expect(await times(id)).toHaveLength(6);
    await makeSittings(now);
    expect(await times(id)).toHaveLength(6);
  });
});

describe('a host who cannot make it', () => {
  it('leaves who had booked to another host at the same time, in turn', async () => {
    const [{ sittings: mine }] = [await hoursOf(ines), await hoursOf(jonas)];
    const { id } = await booked(mara, thursday, { sittingId: mine[0]!.id });
    expect(await cancelSitting(jonas, mine[0]!.id, now)).toBe(false);
    expect(await cancelSitting(ines, mine[0]!.id, now)).toBe(true);
    expect(await bookingRow(id)).toMatchObject({ releasedBy: ines.id, held: null, sequence: 1 });
    expect(await aheadOf(mara.id, now)).toMatchObject([
      { host: 'Jonas', startsAt: thursday, topic: 'Signing our images', tried: 'Read the lesson.' },
    ]);
    expect((await texts(mara))[0]).toContain('Jonas will see you instead');
  });

  it('else leaves them first in line, the first of them foremost, with their words and the nearest times', async () => {
    const { sittings: mine } = await hoursOf(ines);
    await hoursOf(jonas, { time: '16:00' });
    const noor = await somebody('Noor');
    await makeWish(noor, { topic: 'Waited', tried: '' }, now - 10 * day);
    await makeWish(wei, { topic: 'Fuzzing', tried: 'A corpus.' }, now);
    await booked(mara, thursday);
    await booked(wei, thursday + quarter, { topic: 'Tokens', tried: 'Rotated them.' });
    await cancelSitting(ines, mine[0]!.id, now + 1);
    const [marasWish, weisWish, noors] = [await wishOf(mara.id), await wishOf(wei.id), await wishOf(noor.id)];
    expect(marasWish!.madeAt).toBeLessThan(weisWish!.madeAt);
    expect(weisWish!.madeAt).toBeLessThan(noors!.madeAt);
    expect(weisWish).toMatchObject({ topic: 'Tokens' });
    for (const kept of ['Rotated them.', 'Fuzzing', 'A corpus.']) expect(weisWish!.tried).toContain(kept);
    expect((await texts(mara))[0]).toMatch(/first in line.*Free now: .*15:00/);
    expect((await freeSlots(mara, now + 1)).some(({ startsAt }) => startsAt === thursday)).toBe(false);

    expect(await restoreSitting(ines, mine[0]!.id, now + 2)).toBe(true);
    expect((await offerHeldFor(mara, now + 2))?.offer.startsAt).toBe(thursday);
    expect((await offerHeldFor(wei, now + 2))?.offer.startsAt).toBe(thursday + quarter);
  });

  it('is not surprised by a sitting called off when the hours move', async () => {
    const { id, sittings: mine } = await hoursOf(ines);
    await cancelSitting(ines, mine[0]!.id, now);
    await changeHours(ines, id, 1, { ...weekly, time: '15:00' }, now);
    await makeSittings(now);
    expect((await times(id))[0]).toBe(thursday + 7 * day + hour);
  });
});

describe('hours', () => {
  it('end with what is yet to come, and go on again', async () => {
    const { id, sittings: mine } = await hoursOf(ines);
    await cancelSitting(ines, mine[1]!.id, now);
    await booked(mara, thursday);
    expect(await endHours(jonas, id, now + 1)).toBe(false);
    expect(await endHours(ines, id, now + 1)).toBe(true);
    expect(await times(id)).toEqual([]);
    expect((await wishOf(mara.id))?.topic).toBe('Signing our images');
    await makeSittings(now + 2);
    expect(await times(id)).toEqual([]);
    expect(await resumeHours(ines, id, now + 3)).toBe(true);
    expect(await times(id)).toHaveLength(5);
    expect(await ownHours(ines, id)).toMatchObject({ endedAt: null, version: 3 });
  });

  it('of a zone that is no more make no sittings, and stand in nobody’s way', async () => {
    const { id } = await hoursOf(ines);
    await db.write((tx) =>
      tx.update(officeHours).set({ timezone: 'Europe/Atlantis' }).where(eq(officeHours.id, id)),
    );
    await hoursOf(jonas);
    await tendOfficeHours(now + 7 * day);
    expect(await sittingsOf(id)).toHaveLength(6);
  });
});

describe('who has left', () => {
  it('frees what they had: bookings go on, wishes end', async () => {
    await hoursOf(ines);
    const { id } = await booked(mara, thursday);
    await makeWish(wei, { topic: 'Fuzzing', tried: '' }, now);
    await leave(mara, now);
    await tendOfficeHours(now);
    expect(await bookingRow(id)).toMatchObject({ held: null, releasedBy: null });
    expect(await offerHeldFor(wei, now)).not.toBeNull();
    await leave(wei, now);
    await tendOfficeHours(now);
    expect(await db.read.$count(slotOffers, eq(slotOffers.answer, 'withdrawn'))).toBe(1);
    expect((await freeSlots(jonas, now))[0]?.startsAt).toBe(thursday);
  });

  it('hosts no more, at once; who had booked goes to another host', async () => {
    await hoursOf(ines);
    await booked(mara, thursday);
    await hoursOf(jonas);
    await leave(ines, now);
    expect((await freeSlots(wei, now)).map(({ host }) => host)).not.toContain('Ines');
    await Promise.all([tendOfficeHours(now), tendOfficeHours(now)]);
    expect(await aheadOf(mara.id, now)).toMatchObject([{ host: 'Jonas' }]);
  });

  it('nor does who may not host any more', async () => {
    const { id } = await hoursOf(ines);
    await tendOfficeHours(now);
    expect(await times(id)).toHaveLength(6);
    await db.write((tx) => tx.update(roles).set({ renouncedAt: now }).where(eq(roles.personId, ines.id)));
    await tendOfficeHours(now);
    expect(await times(id)).toEqual([]);
    expect(await ownHours(ines, id)).toMatchObject({ endedAt: now });
  });
});

/** How people come in: who sees whose words, and what is said where somebody was quicker. The clock is the real one. */
import { beforeAll, describe, expect, it } from 'vitest';

import { wallTimeAt } from '#app/calendars/wall-time.ts';
import { aheadOf } from '#app/office-hours/bookings.server.ts';
import { writeChoice } from '#app/office-hours/choice.ts';
import { hoursHostedBy } from '#app/office-hours/hours.server.ts';
import { offerHeldFor } from '#app/office-hours/offers.server.ts';
import { placeOf } from '#app/office-hours/queue.server.ts';
import { wishOf } from '#app/office-hours/wishes.server.ts';
import { paths } from '#app/paths.ts';
import { newId } from '#db/ids.ts';
import { enrolled } from '#test/champions/coverage-known.ts';
import { sentBy, submit, visit } from '#test/support/app.ts';
import { day, hour, minute } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { hoursOf, sittingsOf, weekly } from './known.ts';

let mara: TestPerson;
let wei: TestPerson;
let ines: TestPerson;
let jonas: TestPerson;
let priya: TestPerson;
/** when the sittings of both hosts of today began, and the first time of tomorrow's of Ines */
let tomorrow: number;
const TOPIC = 'Tokens in the heron log';

beforeAll(async () => {
  [mara, wei] = [await somebody('Mara Lindqvist'), await somebody('Wei Chen')];
  [ines, jonas] = [await somebody('Ines Moreau', 'organiser'), await somebody('Jonas Weber')];
  priya = await somebody('Priya Nair', 'organiser', 'administrator');
  await enrolled(jonas, await squadOf('Payments', jonas));
  const now = Date.now();
  const begun = wallTimeAt(now - 10 * minute, 'UTC');
  const open = { ...daily(begun), minutes: 90, slotMinutes: 30 };
  await hoursOf(ines, open, now);
  await hoursOf(jonas, open, now);
  const later = await hoursOf(ines, daily(wallTimeAt(now + day, 'UTC')), now);
  tomorrow = (await sittingsOf(later.id))[0]!.startsAt;
});

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const daily = (wall: string) => ({
  ...weekly,
  rule: `FREQ=WEEKLY;BYDAY=${codes[new Date(`${wall}Z`).getUTCDay()]}`,
  firstDay: wall.slice(0, 10),
  time: wall.slice(11),
  timezone: 'UTC',
});
const bookAs = (as: TestPerson, at: number, more = {}) =>
  submit(
    paths.newBooking(),
    { id: newId(), choice: writeChoice({ at, sittingId: null }), topic: TOPIC, tried: 'Grepped.', ...more },
    { as },
  );
const onlyHost = async (as: TestPerson, path: string) => (await visit(path, { as })).status;

describe('hosting', () => {
  it('is for organisers and active champions', async () => {
    for (const path of [paths.hosting(), paths.newHours()]) {
      for (const host of [ines, jonas]) expect(await onlyHost(host, path)).toBe(200);
      for (const other of [mara, wei]) expect(await onlyHost(other, path)).toBe(404);
    }
    const [hours] = await hoursHostedBy(ines.id);
    expect(await onlyHost(jonas, paths.hostedHours(hours!.id))).toBe(404);
    expect((await submit(paths.hoursEnding(hours!.id), {}, { as: jonas })).status).toBe(404);
  });

  it('offers hours, refuses in words what cannot be, and shows what another window saved', async () => {
    const form = {
      ...{ id: newId(), rhythm: 'weekly', firstDay: '2030-03-07', time: '02:30', timezone: 'Europe/Berlin' },
      ...{ minutes: '60', slotMinutes: '20', place: 'Room Brno', link: '', about: '', version: '0' },
    };
    const refused = await submit(paths.newHours(), { ...form, timezone: 'Europe/Atlantis' }, { as: priya });
    expect(refused.status).toBe(422);
    expect(await sentBy(refused)).toContain('Room Brno');
    for (let times = 0; times < 2; times++)
      expect((await submit(paths.newHours(), form, { as: priya })).status).toBe(303);
    const [hours, ...more] = await hoursHostedBy(priya.id);
    expect(more).toEqual([]);
    expect(hours).toMatchObject({ place: 'Room Brno', rule: 'FREQ=WEEKLY;BYDAY=TH' });

    const change = { ...form, version: '1', time: '15:00', place: 'Room Cairo' };
    expect((await submit(paths.hostedHours(hours!.id), change, { as: priya })).status).toBe(303);
    const stale = await submit(
      paths.hostedHours(hours!.id),
      { ...change, place: 'Room Delhi' },
      { as: priya },
    );
    expect(stale.status).toBe(409);
    const words = await sentBy(stale);
    expect(words).toContain('Room Cairo');
    expect(words).toContain('Room Delhi');
    expect((await submit(paths.hoursEnding(hours!.id), {}, { as: priya })).status).toBe(303);
    expect(await hoursHostedBy(priya.id)).toEqual([]);
    expect((await submit(paths.hoursEnding(hours!.id), { undo: 'yes' }, { as: priya })).status).toBe(303);
    expect(await hoursHostedBy(priya.id)).toMatchObject([{ place: 'Room Cairo' }]);
  });
});

describe('booking', () => {
  it('is a page, a form and a time that is yours; whoever is second keeps their words and sees the nearest', async () => {
    const choice = writeChoice({ at: tomorrow, sittingId: null });
    expect(await sentBy(await visit(paths.newBooking({ choice }), { as: mara }))).toContain(choice);
    const made = await bookAs(mara, tomorrow);
    expect(made.status).toBe(303);
    const second = await bookAs(wei, tomorrow, { topic: 'A second heron' });
    expect(second.status).toBe(409);
    const words = await sentBy(second);
    expect(words).toContain('A second heron');
    expect(words).toContain(String(tomorrow + 15 * minute));
    expect(await sentBy(await visit(paths.newBooking({ choice }), { as: wei }))).not.toContain(`"${choice}"`);
  });

  it('is seen by its caller and its host, and its topic by nobody else on any page', async () => {
    const [{ id } = { id: '' }] = await aheadOf(mara.id, Date.now());
    for (const person of [mara, ines])
      expect(await sentBy(await visit(paths.booking(id), { as: person }))).toContain(TOPIC);
    for (const person of [wei, jonas, priya]) {
      expect((await visit(paths.booking(id), { as: person })).status).toBe(404);
      expect((await submit(paths.bookingRelease(id), {}, { as: person })).status).toBe(404);
      for (const path of [paths.officeHours(), paths.queue(), paths.newBooking(), paths.home()])
        expect(await sentBy(await visit(path, { as: person }))).not.toContain(TOPIC);
    }
    expect(await sentBy(await visit(paths.hosting(), { as: ines }))).toContain(TOPIC);
    expect(await sentBy(await visit(paths.hosting(), { as: jonas }))).not.toContain(TOPIC);
    expect((await submit(paths.bookingRelease(id), {}, { as: ines })).status).toBe(404);
  });

  it('given back is held for who wished, who alone sees that, and takes it', async () => {
    await submit(
      paths.newBooking(),
      { id: newId(), choice: 'wish', topic: 'Fuzzing', tried: '' },
      { as: wei },
    );
    const [{ id } = { id: '' }] = await aheadOf(mara.id, Date.now());
    expect((await submit(paths.bookingRelease(id), {}, { as: mara })).status).toBe(303);
    const { offer } = (await offerHeldFor(wei, Date.now()))!;
    expect(await sentBy(await visit(paths.slotOffer(offer.id), { as: wei }))).toContain('Fuzzing');
    for (const other of [mara, ines, priya]) {
      expect((await visit(paths.slotOffer(offer.id), { as: other })).status).toBe(404);
      expect((await submit(paths.slotOffer(offer.id), { answer: 'taken' }, { as: other })).status).toBe(404);
    }
    expect((await submit(paths.slotOffer(offer.id), { answer: 'taken' }, { as: wei })).status).toBe(303);
    expect(await aheadOf(wei.id, Date.now())).toMatchObject([{ startsAt: tomorrow, topic: 'Fuzzing' }]);
    expect(await wishOf(wei.id)).toBeNull();
    const again = await submit(paths.bookingRelease(id), { undo: 'yes' }, { as: mara });
    expect(again.headers.get('Location')).toBe(paths.officeHours());
    expect(await aheadOf(mara.id, Date.now())).toEqual([]);
  });

  it('says what is missing, and refuses a choice that is none', async () => {
    for (const more of [{ topic: '' }, { choice: 'soon' }, { choice: '' }])
      expect((await bookAs(mara, tomorrow + hour, more)).status).toBe(422);
    expect((await bookAs(mara, Date.now() - day)).status).toBe(409);
  });
});

describe('the queue', () => {
  it('shows callers their own words and how many wait; hosts who sit, everybody’s', async () => {
    await submit(paths.queue(), { topic: TOPIC, tried: 'Grepped.' }, { as: mara });
    await submit(paths.queue(), { topic: 'A fuzzing owl', tried: '' }, { as: wei });
    const page = async (as: TestPerson) => sentBy(await visit(paths.queue(), { as }));
    expect(await page(mara)).toContain(TOPIC);
    expect(await page(mara)).not.toContain('A fuzzing owl');
    expect(await page(wei)).not.toContain(TOPIC);
    expect(await page(wei)).not.toContain('Mara Lindqvist');
    expect(await page(priya)).not.toMatch(/heron log|fuzzing owl/);
    for (const host of [ines, jonas]) expect(await page(host)).toMatch(/heron log[\s\S]*fuzzing owl/);
  });

  it('keeps a place while its words change, for its caller alone', async () => {
    const place = (await placeOf(mara.id))!;
    const words = { topic: 'Tokens, again', tried: '', version: '1' };
    expect((await submit(paths.queuePlace(place.id), words, { as: wei })).status).toBe(404);
    expect((await submit(paths.queuePlace(place.id), words, { as: mara })).status).toBe(303);
    const stale = await submit(paths.queuePlace(place.id), { ...words, topic: 'Other' }, { as: mara });
    expect(stale.status).toBe(409);
    expect(await sentBy(stale)).toMatch(/Tokens, again[\s\S]*Other/);
    expect(await placeOf(mara.id)).toMatchObject({ joinedAt: place.joinedAt, topic: 'Tokens, again' });
  });

  it('lets hosts take, put back and finish, and nobody else', async () => {
    const { id } = (await placeOf(mara.id))!;
    for (const other of [wei, priya])
      expect((await submit(paths.placeTaking(id), {}, { as: other })).status).toBe(404);
    await submit(paths.placeTaking(id), {}, { as: ines });
    const late = await submit(paths.placeTaking(id), {}, { as: jonas });
    expect(late.status).toBe(303);
    expect(await placeOf(mara.id)).toMatchObject({ state: 'taken', takenBy: ines.id });
    await submit(paths.placeReturn(id), {}, { as: ines });
    await submit(paths.placeTaking(id), {}, { as: jonas });
    expect(await placeOf(mara.id)).toMatchObject({ state: 'taken', takenBy: jonas.id });
    expect((await submit(paths.placeFinishing(id), {}, { as: ines })).status).toBe(404);
    await submit(paths.placeFinishing(id), {}, { as: jonas });
    expect(await placeOf(mara.id)).toBeNull();
    const weis = (await placeOf(wei.id))!;
    expect((await submit(paths.placeLeaving(weis.id), {}, { as: mara })).status).toBe(404);
    await submit(paths.placeLeaving(weis.id), {}, { as: wei });
    expect(await placeOf(wei.id)).toBeNull();
    const kept = paths.newBooking({ place: weis.id });
    expect(await sentBy(await visit(kept, { as: wei }))).toContain('A fuzzing owl');
    expect(await sentBy(await visit(kept, { as: mara }))).not.toContain('A fuzzing owl');
    await submit(paths.placeLeaving(weis.id), { undo: 'yes' }, { as: wei });
    expect(await placeOf(wei.id)).toMatchObject({ id: weis.id });
  });
});

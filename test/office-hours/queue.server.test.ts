import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { book } from '#app/office-hours/booking.server.ts';
import { join, placeOf, rewritePlace, standingPlaces, takeStep } from '#app/office-hours/queue.server.ts';
import { queuePage } from '#app/office-hours/queue-page.server.ts';
import { tendOfficeHours } from '#app/office-hours/tending.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import {
  bookings,
  officeHours,
  queuePlaces,
  sittings,
  slotOffers,
  slotWishes,
} from '#db/schema/office-hours.ts';
import { hour, minute } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { hoursOf, leave, quarter, texts, thursday } from './known.ts';

let mara: TestPerson;
let wei: TestPerson;
let ines: TestPerson;
let jonas: TestPerson;
/** a quarter of an hour into the sitting of both hosts */
const at = thursday + quarter;
const words = { topic: 'Signing our images', tried: 'Read the lesson.' };

beforeEach(async () => {
  await db.write(async (tx) => {
    for (const table of [queuePlaces, slotOffers, slotWishes, bookings, sittings, officeHours])
      await tx.delete(table);
  });
  [mara, wei] = [await somebody('Mara'), await somebody('Wei')];
  [ines, jonas] = [await somebody('Ines', 'organiser'), await somebody('Jonas', 'organiser')];
  await hoursOf(ines);
  await hoursOf(jonas);
});

const joined = async (person: TestPerson, when = at, more = {}) => {
  const place = await join(person, { ...words, ...more }, when);
  if ('refused' in place) throw new Error(place.refused);
  return place.id;
};
const row = async (id: string) =>
  (await db.read.select().from(queuePlaces).where(eq(queuePlaces.id, id)))[0]!;
const order = async () => (await standingPlaces()).map(({ person }) => person);

describe('the queue', () => {
  it('is open while somebody sits, and at no other time', async () => {
    expect(await join(mara, words, thursday - 1)).toEqual({ refused: 'closed' });
    expect(await join(mara, words, thursday + hour)).toEqual({ refused: 'closed' });
    await joined(mara, thursday);
    expect(await order()).toEqual(['Mara']);
  });

  it('has one place for each, though they join twice at once', async () => {
    const [one, other] = await Promise.all([joined(mara), joined(mara, at, { topic: 'Again' })]);
    expect(one).toBe(other);
    expect(await db.read.$count(queuePlaces)).toBe(1);
  });

  it('keeps somebody’s place when their topic changes', async () => {
    const id = await joined(mara);
    await joined(wei, at + 1);
    expect(await rewritePlace(mara, id, { topic: 'Secrets', tried: '', version: 1 })).toEqual({
      saved: true,
    });
    expect(await order()).toEqual(['Mara', 'Wei']);
    expect(await row(id)).toMatchObject({ topic: 'Secrets', joinedAt: at, version: 2 });
    expect(await rewritePlace(mara, id, { topic: 'Tokens', tried: '', version: 1 })).toMatchObject({
      refused: 'stale',
      now: { topic: 'Secrets' },
    });
    expect(await rewritePlace(wei, id, { topic: 'Mine', tried: '', version: 2 })).toEqual({
      refused: 'not-now',
    });
  });

  it('gives a place back to who left and comes back', async () => {
    const id = await joined(mara);
    await joined(wei, at + 1);
    expect(await takeStep(id, 'left', wei, at + 2)).toEqual({ refused: 'not-yours' });
    await takeStep(id, 'left', mara, at + 2);
    expect(await order()).toEqual(['Wei']);
    await takeStep(id, 'returned', mara, at + 3);
    expect(await order()).toEqual(['Mara', 'Wei']);
    await takeStep(id, 'left', mara, at + 4);
    await joined(mara, at + 5);
    expect(await takeStep(id, 'returned', mara, at + 6)).toEqual({ refused: 'standing' });
  });
});

describe('hosts', () => {
  it('who take the same caller at once: one has them, the other is told who and offered the next', async () => {
    const id = await joined(mara);
    const next = await joined(wei, at + 1);
    const both = await Promise.all([
      takeStep(id, 'taken', ines, at + 2),
      takeStep(id, 'taken', jonas, at + 2),
    ]);
    expect(both.filter((one) => 'taken' in one)).toHaveLength(1);
    expect(both).toContainEqual({
      refused: 'seen-by',
      by: 'taken' in both[0]! ? 'Ines' : 'Jonas',
      next: { id: next, person: 'Wei' },
    });
    expect(await row(id)).toMatchObject({
      state: 'taken',
      takenBy: 'taken' in both[0]! ? ines.id : jonas.id,
    });
    expect((await texts(mara))[0]).toMatch(/is ready for you: Room Ada/);
  });

  it('see one caller at a time, put back to the place they had, finish, and go on after all', async () => {
    const id = await joined(mara);
    const other = await joined(wei, at + 1);
    await takeStep(id, 'taken', ines, at + 2);
    expect(await takeStep(other, 'taken', ines, at + 3)).toEqual({ refused: 'busy' });
    expect(await takeStep(id, 'finished', jonas, at + 3)).toEqual({ refused: 'not-yours' });
    await takeStep(id, 'put-back', ines, at + 4);
    expect(await order()).toEqual(['Mara', 'Wei']);
    expect(await row(id)).toMatchObject({ state: 'waiting', takenBy: null, joinedAt: at });
    await takeStep(id, 'taken', ines, at + 5);
    await takeStep(id, 'finished', ines, at + 6);
    expect(await row(id)).toMatchObject({ state: 'done', standing: null, endedAt: at + 6 });
    await takeStep(id, 'resumed', ines, at + 7);
    expect(await row(id)).toMatchObject({ state: 'taken', standing: mara.id });
  });

  it('are nobody who does not sit now, and never their own', async () => {
    const priya = await somebody('Priya', 'organiser');
    expect(await takeStep(await joined(mara), 'taken', priya, at)).toEqual({ refused: 'not-yours' });
    expect(await takeStep(await joined(ines), 'taken', ines, at)).toEqual({ refused: 'not-yours' });
  });

  it('take turns, bookings and the queue together, but for whoever has a booking at hand', async () => {
    const turn = async (when: number) =>
      (await queuePage(ines, when)).hosts.find(({ isNext }) => isNext)?.name;
    await joined(wei);
    await takeStep(await joined(mara), 'taken', ines, at);
    await takeStep((await placeOf(mara.id))!.id, 'finished', ines, at + 1);
    expect(await turn(at + 2)).toBe('Jonas');
    const his = (await db.read.select().from(sittings).where(eq(sittings.hostId, jonas.id)))[0]!;
    const made = await book(
      mara,
      { id: newId(), at: thursday + 2 * quarter, sittingId: his.id, ...words },
      at + 3,
    );
    expect(made).toHaveProperty('id');
    expect(await turn(at + 4)).toBe('Ines');
    expect(await turn(thursday + 2 * quarter - 4 * minute)).toBe('Ines');
    await db.write((tx) => tx.update(bookings).set({ madeAt: at - hour }));
    expect(await turn(at + 5)).toBe('Jonas');
    expect(await turn(thursday + 2 * quarter - 4 * minute)).toBe('Ines');
    const page = await queuePage(jonas, thursday + 2 * quarter - 4 * minute);
    expect(page.asHost?.atHand).toMatchObject({ person: 'Mara', topic: words.topic });
  });
});

describe('what somebody sees', () => {
  it('is their own words and how many are before them; a host who sits sees everybody’s', async () => {
    await joined(mara, at, { topic: 'Tokens in the log' });
    await joined(wei, at + 1, { topic: 'Fuzzing' });
    const priya = await somebody('Priya', 'organiser');
    const weis = await queuePage(wei, at + 2);
    expect(weis).toMatchObject({ before: 1, mine: { topic: 'Fuzzing' }, asHost: null });
    for (const other of [wei, priya])
      expect(JSON.stringify(await queuePage(other, at + 2))).not.toMatch(/Tokens in the log|Mara/);
    const ineses = await queuePage(ines, at + 2);
    expect(ineses.asHost?.waiting.map(({ person, topic }) => [person, topic])).toEqual([
      ['Mara', 'Tokens in the log'],
      ['Wei', 'Fuzzing'],
    ]);
  });
});

describe('at the end', () => {
  it('those who wait are told once when the next hours are, and their words are kept', async () => {
    const id = await joined(mara);
    await tendOfficeHours(thursday + hour - 1);
    expect((await row(id)).state).toBe('waiting');
    await Promise.all([tendOfficeHours(thursday + hour), tendOfficeHours(thursday + hour)]);
    expect(await row(id)).toMatchObject({ state: 'left', standing: null, ...words });
    const told = (await texts(mara)).filter((text) => text.includes('The next are Thursday'));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain(words.topic);
  });

  it('who is being seen may finish within the hour', async () => {
    const id = await joined(mara);
    await takeStep(id, 'taken', ines, at);
    await tendOfficeHours(thursday + hour);
    expect((await row(id)).state).toBe('taken');
    await tendOfficeHours(thursday + 2 * hour);
    expect((await row(id)).state).toBe('done');
  });

  it('who has left is in no queue', async () => {
    await joined(mara);
    await leave(mara, at);
    expect(await order()).toEqual([]);
    await tendOfficeHours(at + 1);
    expect(await placeOf(mara.id)).toBeNull();
  });
});

it('opens at once with hours that are offered while their time lasts, and lists a host once', async () => {
  const noor = await somebody('Noor', 'organiser');
  const half = thursday + 2 * quarter;
  await hoursOf(noor, {}, half);
  await hoursOf(noor, { time: '13:30', minutes: 90 }, half);
  const { hosts } = await queuePage(mara, half);
  expect(hosts.map(({ name }) => name).toSorted()).toEqual(['Ines', 'Jonas', 'Noor']);
});

describe('what time alone changes', () => {
  let heard: string[];
  let stop: () => void;
  const said = async (work: () => Promise<unknown>) => {
    const mark = newId();
    await work();
    // What is heard after it has been heard before it.
    await db.write(async () => db.announce(mark));
    await vi.waitFor(() => expect(heard).toContain(mark));
    return heard.splice(0).filter((topic) => topic === 'queue').length;
  };
  beforeEach(async () => {
    heard = [];
    stop = db.listen({ heard: (topic) => void heard.push(topic), missed: () => {} });
    await vi.waitFor(() => said(async () => {}), 10_000);
    await tendOfficeHours(thursday - hour);
  });
  afterEach(() => stop());

  it('is said: the queue opens, closes with nobody in it, and a booking is at hand and over', async () => {
    const booked = { id: newId(), at: thursday + 2 * quarter, sittingId: null, ...words };
    expect(await book(mara, booked, thursday - hour)).toEqual({ id: booked.id });
    const times = [
      thursday,
      booked.at - 5 * minute,
      booked.at + quarter,
      thursday + hour,
      // The turn comes when it comes.
      thursday + hour + minute - 1,
    ];
    for (const time of times) expect(await said(() => tendOfficeHours(time))).toBeGreaterThan(0);
  });

  it('is not said at other times, and is no row at any', async () => {
    await tendOfficeHours(at);
    const versions = await db.versions();
    for (const time of [at, thursday + hour - 1, thursday + hour + 2 * minute])
      expect(await said(() => tendOfficeHours(time))).toBe(0);
    expect(await said(() => tendOfficeHours(thursday + hour))).toBe(1);
    expect(await said(() => tendOfficeHours(thursday + hour))).toBe(1);
    expect(await db.versions()).toEqual(versions);
  });
});

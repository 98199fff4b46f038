import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';

import { deactivate } from '#app/accounts/deactivation.server.ts';
import { limits } from '#app/accounts/throttle.ts';
import { feedsOf, makeFeed, MOST_FEEDS, openFeed, revokeFeed } from '#app/calendars/feeds.server.ts';
import { db } from '#db/database.server.ts';
import { calendarFeeds } from '#db/schema/calendars.ts';
import { day, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let mara: TestPerson;
let jonas: TestPerson;
let wei: TestPerson;
beforeAll(async () => {
  mara = await somebody('Mara Lindqvist');
  jonas = await somebody('Jonas Brandt');
  wei = await somebody('Wei Chen', 'administrator');
});

const here = '203.0.113.20';
async function made(person: TestPerson, seriesId: string | null = null, at = now): Promise<string> {
  const feed = await makeFeed(person.id, seriesId, at);
  if ('refused' in feed) throw new Error(feed.refused);
  return feed.token;
}

describe('the address of a calendar', () => {
  it('opens the dates of whoever made it', async () => {
    const token = await made(mara, 's1');
    expect(await openFeed(token, here)).toMatchObject({ feed: { personId: mara.id, seriesId: 's1' } });
  });

  it('is kept by its hash alone', async () => {
    const token = await made(mara);
    const rows = await db.read.select().from(calendarFeeds);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.every(({ id }) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
  });

  it('is listed with the day it was made, newest first, to nobody else', async () => {
    const ines = await somebody('Ines Moreau');
    await made(ines, null, now);
    await made(ines, 's1', now + day);
    expect(await feedsOf(ines.id)).toMatchObject([
      { seriesId: 's1', madeAt: now + day },
      { seriesId: null, madeAt: now },
    ]);
    expect(await feedsOf(jonas.id)).toEqual([]);
  });

  it('is taken back for good, by whoever made it alone', async () => {
    const noor = await somebody('Noor Haddad');
    const token = await made(noor);
    const { id } = (await feedsOf(noor.id))[0]!;
    expect(await revokeFeed(jonas.id, id, now)).toBe(false);
    expect(await openFeed(token, here)).toHaveProperty('feed');
    expect(await revokeFeed(noor.id, id, now + day)).toBe(true);
    expect(await openFeed(token, here)).toEqual({ refused: 'dead' });
    expect(await revokeFeed(noor.id, id, now + 2 * day)).toBe(false);
    expect(await feedsOf(noor.id)).toEqual([]);
    const [row] = await db.read.select().from(calendarFeeds).where(eq(calendarFeeds.id, id));
    expect(row!.revokedAt).toBe(now + day);
  });

  it('opens nothing any more once its person has left', async () => {
    const tom = await somebody('Tom Adeyemi');
    const token = await made(tom);
    await deactivate(wei, tom.id, now);
    expect(await openFeed(token, here)).toEqual({ refused: 'dead' });
  });

  it('is one of so many at a time', async () => {
    const priya = await somebody('Priya Raman');
    for (let n = 0; n < MOST_FEEDS; n += 1) await made(priya);
    expect(await makeFeed(priya.id, null, now)).toEqual({ refused: 'too-many' });
    const { id } = (await feedsOf(priya.id))[0]!;
    await revokeFeed(priya.id, id, now);
    expect(await makeFeed(priya.id, null, now)).toHaveProperty('token');
  });
});

describe('guessing one', () => {
  it('is made to wait, and so is all else from that network, but nobody elsewhere', async () => {
    const guesser = '198.51.100.7';
    const token = await made(mara);
    for (let n = 0; n <= limits.feeds.points; n += 1)
      expect(await openFeed('x'.repeat(43), guesser)).toEqual({ refused: 'dead' });
    expect(await openFeed(token, guesser)).toMatchObject({ refused: 'too-many' });
    expect(await openFeed(token, here)).toHaveProperty('feed');
  });

  it('is not what a program does that asks for one that was taken back', async () => {
    const office = '198.51.100.8';
    const token = await made(jonas);
    const { id } = (await feedsOf(jonas.id))[0]!;
    await revokeFeed(jonas.id, id, now);
    for (let n = 0; n <= limits.feeds.points; n += 1) await openFeed(token, office);
    expect(await openFeed(await made(jonas), office)).toHaveProperty('feed');
  });
});

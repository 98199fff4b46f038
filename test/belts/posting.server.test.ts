import { afterEach, beforeEach, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';

import { tellOfPromotion } from '#app/belts/announced.server.ts';
import { askToPost, postOf, takeBackPost } from '#app/belts/posting.server.ts';
import { deliverAnnouncements } from '#app/channels/delivery.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { promotions } from '#db/schema/belts.ts';
import { channelOf, emptied } from '#test/channels/known.ts';
import { openReceiver, type Receiver } from '#test/channels/receiver.ts';
import { day, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { goingOn } from './belt-world.ts';

let chat: Receiver;
let mara: TestPerson;
let id: string;

beforeEach(async () => {
  chat = await openReceiver();
  mara = await somebody('Mara <!channel> Lindqvist');
  await channelOf(mara, { url: chat.url, kind: 'slack' });
  id = newId();
  await db.write((tx) =>
    tx.insert(promotions).values({ id, personId: mara.id, belt: 'white', earnedAt: now, madeAt: now }),
  );
});
afterEach(async () => {
  await chat.close();
  await emptied();
});

const post = (at: number) =>
  deliverAnnouncements({ writers: { promotion: tellOfPromotion }, clock: () => at, stopping: goingOn });
const state = async (at: number) => {
  const [row] = await db.read.select().from(promotions).where(eq(promotions.id, id));
  return postOf(row!, at);
};

it('goes out a minute after it was asked for, once, calling on nobody', async () => {
  expect(await state(now)).toBe('not-asked');
  expect(await askToPost(mara, id, now)).toEqual({ asked: true });
  expect(await askToPost(mara, id, now)).toEqual({ refused: 'already' });
  expect(await state(now)).toBe('waiting');
  await post(now + minute - 1);
  expect(chat.heard).toEqual([]);
  expect(await state(now + minute)).toBe('under-way');
  await Promise.all([post(now + minute), post(now + minute), post(now + minute)]);
  await post(now + day);
  expect(chat.heard).toHaveLength(1);
  expect(chat.heard[0]!.body).toContain('White belt');
  expect((JSON.parse(chat.heard[0]!.body) as { text: string }).text).not.toContain('<!');
  expect(await state(now + day)).toBe('posted');
  expect(await takeBackPost(mara, id)).toEqual({ refused: 'went-out' });
  expect(await askToPost(mara, id, now + day)).toEqual({ refused: 'already' });
});

it('can be taken back until then, and asked for again', async () => {
  await askToPost(mara, id, now);
  expect(await takeBackPost(mara, id)).toEqual({ takenBack: true });
  await post(now + day);
  expect(chat.heard).toEqual([]);
  expect(await state(now + day)).toBe('not-asked');
  expect(await askToPost(mara, id, now + day)).toEqual({ asked: true });
  await post(now + 2 * day);
  expect(chat.heard).toHaveLength(1);
});

it('says nothing of somebody who has left meanwhile', async () => {
  await askToPost(mara, id, now);
  const leave = (deactivatedAt: number | null) =>
    db.write((tx) => tx.update(people).set({ deactivatedAt }).where(eq(people.id, mara.id)));
  await leave(now);
  await post(now + day);
  await leave(null);
  await post(now + 2 * day);
  expect(chat.heard).toEqual([]);
  expect(await state(now + 2 * day)).toBe('failed');
  expect(await askToPost(mara, id, now + 2 * day)).toEqual({ asked: true });
});

it('is for the person alone to ask for', async () => {
  const priya = await somebody('Priya', 'organiser');
  expect(await askToPost(priya, id, now)).toBeNull();
  await askToPost(mara, id, now);
  expect(await takeBackPost(priya, id)).toBeNull();
});

it('is not offered where no channel is told of it', async () => {
  await emptied();
  expect(await state(now)).toBeNull();
  expect(await askToPost(mara, id, now)).toEqual({ refused: 'no-channel' });
  await channelOf(mara, { url: chat.url, announces: ['lesson'] });
  expect(await state(now)).toBeNull();
});

it('was told by an earlier version, and is not told again', async () => {
  await db.write((tx) =>
    tx.update(promotions).set({ toPostAt: now, postedAt: now }).where(eq(promotions.id, id)),
  );
  expect(await state(now)).toBe('posted');
  expect(await askToPost(mara, id, now)).toEqual({ refused: 'already' });
  expect(await takeBackPost(mara, id)).toEqual({ refused: 'went-out' });
});

it('comes to nothing, and can be asked for once more', async () => {
  chat.answers = (_, response) => void response.writeHead(404).end();
  await askToPost(mara, id, now);
  await post(now + minute);
  expect(await state(now + minute)).toBe('failed');
  expect(await askToPost(mara, id, now + day)).toEqual({ asked: true });
  expect(await state(now + day)).toBe('waiting');
  expect(await takeBackPost(mara, id)).toEqual({ takenBack: true });
});

it('is taken back while a channel fails, and asked for again before that is tried once more', async () => {
  chat.answers = (_, response) => void response.writeHead(500).end();
  await askToPost(mara, id, now);
  await post(now + minute);
  expect(await state(now + minute)).toBe('under-way');
  expect(await takeBackPost(mara, id)).toEqual({ takenBack: true });
  expect(await state(now + minute)).toBe('not-asked');
  expect(await askToPost(mara, id, now + minute)).toEqual({ asked: true });
  expect(await takeBackPost(mara, id)).toEqual({ takenBack: true });
  chat.answers = (_, response) => void response.writeHead(204).end();
  const before = chat.heard.length;
  await post(now + day);
  expect(chat.heard).toHaveLength(before);
  expect(await askToPost(mara, id, now + day)).toEqual({ asked: true });
  await post(now + 2 * day);
  expect(chat.heard).toHaveLength(before + 1);
  expect(await takeBackPost(mara, id)).toEqual({ refused: 'went-out' });
});

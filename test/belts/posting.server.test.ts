import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';

import { configuration } from '#app/configuration.server.ts';
import { postState } from '#app/belts/post.ts';
import { askToPost, postPromotions, takeBackPost } from '#app/belts/posting.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { promotions } from '#db/schema/belts.ts';
import { day, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { goingOn } from './belt-world.ts';

let server: Server;
let heard: { path: string; text: string }[];
let answers: RequestListener;
let mara: TestPerson;
let id: string;

beforeEach(async () => {
  heard = [];
  answers = (_, response) => void response.end('ok');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      heard.push({ path: request.url!, text: (JSON.parse(body) as { text: string }).text });
      answers(request, response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  configuration.guildChannel = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/hunter2`;
  mara = await somebody('Mara <!channel> Lindqvist');
  id = newId();
  await db.write((tx) =>
    tx
      .insert(promotions)
      .values({ id, personId: mara.id, belt: 'white', earnedAt: now, madeAt: now, postTries: 0 }),
  );
});
afterEach(async () => {
  configuration.guildChannel = null;
  await db.write(async (tx) => void (await tx.update(promotions).set({ nextPostAt: null })));
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const post = (at: number) => postPromotions(at, goingOn);
const state = async () => {
  const [row] = await db.read.select().from(promotions).where(eq(promotions.id, id));
  return postState(row!);
};

it('goes out a minute after it was asked for, once, calling on nobody', async () => {
  expect(await askToPost(mara, id, now)).toEqual({ asked: true });
  expect(await askToPost(mara, id, now)).toEqual({ refused: 'already' });
  await post(now + minute - 1);
  expect(heard).toEqual([]);
  await Promise.all([post(now + minute), post(now + minute), post(now + minute)]);
  await post(now + day);
  expect(heard).toHaveLength(1);
  expect(heard[0]!.text).toContain('White belt');
  expect(heard[0]!.text).not.toMatch(/[<>@]/);
  expect(await state()).toBe('posted');
  expect(await takeBackPost(mara, id)).toEqual({ refused: 'went-out' });
});

it('can be taken back until then, and asked for again', async () => {
  await askToPost(mara, id, now);
  expect(await takeBackPost(mara, id)).toEqual({ takenBack: true });
  await post(now + day);
  expect(heard).toEqual([]);
  expect(await state()).toBe('not-asked');
  expect(await askToPost(mara, id, now)).toEqual({ asked: true });
});

it('says nothing of somebody who has left meanwhile', async () => {
  await askToPost(mara, id, now);
  const leave = (deactivatedAt: number | null) =>
    db.write((tx) => tx.update(people).set({ deactivatedAt }).where(eq(people.id, mara.id)));
  await leave(now);
  await post(now + day);
  expect(heard).toEqual([]);
  await leave(null);
  await post(now + day);
  expect(heard).toHaveLength(1);
});

it('is for the person alone to ask for', async () => {
  const priya = await somebody('Priya', 'organiser');
  expect(await askToPost(priya, id, now)).toBeNull();
  await askToPost(mara, id, now);
  expect(await takeBackPost(priya, id)).toBeNull();
});

it('is not offered where there is no channel', async () => {
  configuration.guildChannel = null;
  expect(await askToPost(mara, id, now)).toEqual({ refused: 'no-channel' });
});

describe('a channel that does not take it', () => {
  it.each<[string, RequestListener]>([
    ['answers with a fault', (_, response) => void response.writeHead(500).end('hunter2')],
    ['leads elsewhere', (_, response) => void response.writeHead(307, { Location: '/elsewhere' }).end()],
    ['hangs up', (request) => void request.socket.destroy()],
  ])(
    '%s: is tried again, more and more rarely, then given up; its address is written down nowhere',
    async (_, how) => {
      const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      vi.stubEnv('LOG', 'on');
      try {
        answers = how;
        await askToPost(mara, id, now);
        await post(now + minute);
        expect(await state()).toBe('under-way');
        await post(now + minute + 1);
        expect(heard).toHaveLength(1);
        for (let days = 1; days < 10; days += 1) await post(now + days * day);
        expect(heard.map(({ path }) => path)).not.toContain('/elsewhere');
        expect(heard).toHaveLength(6);
        expect(await state()).toBe('failed');
        const log = written.mock.calls.map(([line]) => String(line)).join('');
        expect(log).toContain('channel-post-failed');
        expect(log).not.toContain('hunter2');
        expect(await askToPost(mara, id, now + 11 * day)).toEqual({ asked: true });
      } finally {
        written.mockRestore();
        vi.unstubAllEnvs();
      }
    },
  );
});

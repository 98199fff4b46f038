import type { RequestListener } from 'node:http';

import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { standingOf, takeBackAnnouncement } from '#app/channels/announcing.server.ts';
import { letGo, putBack, tryAgain } from '#app/channels/announcements.server.ts';
import { removeChannel } from '#app/channels/channels.server.ts';
import { newSigningSecret } from '#app/channels/signing.server.ts';
import { sendingFrom } from '#app/notices/sending.server.ts';
import { db } from '#db/database.server.ts';
import { announcements } from '#db/schema/channels.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { announced, channelOf, deliverAt, emptied, outbox } from './known.ts';
import { openReceiver, type Receiver, takes } from './receiver.ts';

let wei: TestPerson;
let chat: Receiver;
beforeEach(async () => {
  wei = await somebody('Wei', 'administrator');
  chat = await openReceiver();
});
afterEach(async () => {
  await chat.close();
  await emptied();
});

const states = async () => (await outbox()).map(({ state }) => state);
const answering =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, headers).end('hunter2 says no');

it('goes to every channel that is told of its kind, and to each once', async () => {
  const guild = await channelOf(wei, { url: chat.url });
  await channelOf(wei, { url: chat.url, announces: ['minutes'] });
  await removeChannel(wei, (await channelOf(wei, { url: chat.url })).id, false, now);
  expect(await announced('xss')).toBe(1);
  expect(await announced('xss')).toBe(0);
  await deliverAt(now);
  expect(await announced('xss')).toBe(0);
  await deliverAt(now + day);
  expect(chat.heard).toHaveLength(1);
  expect(chat.heard[0]!.headers['content-type']).toBe('application/json');
  expect(JSON.parse(chat.heard[0]!.body)).toMatchObject({
    text: expect.stringContaining('About xss') as string,
  });
  expect(await standingOf('lesson', 'xss')).toMatchObject([
    { channelId: guild.id, state: 'sent', sentAt: now },
  ]);
});

it('is as much part of the transaction as what it is about', async () => {
  await channelOf(wei, { url: chat.url });
  const failing = db.write(async () => {
    await announced('xss');
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await outbox()).toEqual([]);
});

it('is signed so that its receiver can check it, and no other', async () => {
  const secret = newSigningSecret();
  await channelOf(wei, { url: chat.url, kind: 'webhook', secret });
  await announced('xss');
  const at = Date.now();
  await db.write((tx) => tx.update(announcements).set({ nextAt: at }));
  await deliverAt(at);
  const { body, headers } = chat.heard[0]!;
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
    type: 'announcement.lesson',
    data: { title: 'About xss' },
  });
  expect(headers['webhook-id']).toBe((await outbox())[0]!.id);
  expect(() => new Webhook(newSigningSecret()).verify(body, headers as Record<string, string>)).toThrow();
  expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
});

describe('a chat that does not take it', () => {
  it.each<[string, RequestListener, number?]>([
    ['answers 500', answering(500)],
    // Long enough that a busy machine has heard it by then.
    ['hangs', () => {}, 1000],
    ['hangs up', (request) => void request.socket.destroy()],
  ])(
    '%s: is tried more and more rarely, then given up; its address is written down nowhere',
    async (_, how, patience) => {
      const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      vi.stubEnv('LOG', 'on');
      try {
        await channelOf(wei, { url: chat.url });
        await announced('xss');
        chat.answers = how;
        for (const at of [0, 59_999, minute, 6 * minute, 36 * minute])
          await deliverAt(now + at, undefined, patience);
        expect(chat.heard).toHaveLength(4);
        expect(await states()).toEqual(['waiting']);
        for (const at of [3 * hour, 16 * hour, 2 * day, 9 * day])
          await deliverAt(now + at, undefined, patience);
        expect(chat.heard).toHaveLength(6);
        expect(new Set(chat.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
        const [row] = await outbox();
        expect(row).toMatchObject({ state: 'dead', attempts: 6 });
        const log = written.mock.calls.map(([line]) => String(line)).join('');
        expect(log).toContain('announcement-failed');
        expect(log + JSON.stringify(row)).not.toContain('hunter2');

        chat.answers = takes;
        expect(await tryAgain(row!.id, now + 10 * day)).toBe(true);
        await deliverAt(now + 10 * day);
        expect(await states()).toEqual(['sent']);
      } finally {
        written.mockRestore();
        vi.unstubAllEnvs();
      }
    },
  );

  it('has a fault for an hour: everything arrives afterwards, and once', async () => {
    await channelOf(wei, { url: chat.url });
    const subjects = Array.from({ length: 12 }, (_, at) => `lesson-${at}`);
    for (const subject of subjects) await announced(subject);
    const taken: string[] = [];
    let clock = now;
    chat.answers = (request, response) => {
      if (clock < now + hour) return void response.writeHead(500).end();
      taken.push(request.headers['webhook-id'] as string);
      response.end();
    };
    for (; clock < now + 6 * hour; clock += minute) await deliverAt(clock);
    expect(await states()).toEqual(subjects.map(() => 'sent'));
    expect(new Set(taken).size).toBe(12);
    expect(taken).toHaveLength(12);
  });

  it('has had enough: it is left alone as long as it asks, and the others are not', async () => {
    const other = await openReceiver();
    await channelOf(wei, { url: chat.url });
    await channelOf(wei, { url: other.url });
    for (let at = 0; at < 9; at += 1) await announced(`lesson-${at}`);
    chat.answers = answering(429, { 'Retry-After': '1800' });
    await deliverAt(now);
    // As many as were under way at once.
    const asked = chat.heard.length;
    expect(asked).toBeLessThanOrEqual(4);
    expect(other.heard).toHaveLength(9);
    await deliverAt(now + 29 * minute);
    expect(chat.heard).toHaveLength(asked);
    chat.answers = takes;
    await deliverAt(now + 31 * minute);
    expect(chat.heard).toHaveLength(asked + 9);
    expect(new Set(await states())).toEqual(new Set(['sent']));
    await other.close();
  });

  it.each([
    [302, { Location: '/elsewhere' }],
    [307, { Location: 'https://evil.example/' }],
    [404, {}],
    [410, {}],
  ])('answers %i: is not asked again until somebody sees to it', async (status, headers) => {
    await channelOf(wei, { url: chat.url });
    await announced('xss');
    chat.answers = answering(status, headers as Record<string, string>);
    await deliverAt(now);
    await deliverAt(now + day);
    expect(chat.heard.map(({ path }) => path)).toEqual(['/hooks/hunter2']);
    const [row] = await outbox();
    expect(row).toMatchObject({
      state: 'dead',
      attempts: 1,
      fault: expect.stringContaining(String(status)) as string,
    });

    expect(await letGo(row!.id)).toBe(true);
    expect(await states()).toEqual(['dropped']);
    expect([await putBack(row!.id), await putBack(row!.id)]).toEqual([true, false]);
    // Announced anew, it is as if it were new.
    expect(await announced('xss', 'lesson', now + 2 * day)).toBe(1);
    chat.answers = takes;
    await deliverAt(now + 2 * day);
    expect(await states()).toEqual(['sent']);
  });

  it('breaks off after it has said that it took it: that counts', async () => {
    await channelOf(wei, { url: chat.url });
    await announced('xss');
    chat.answers = (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half of');
      setTimeout(() => response.destroy(), 10);
    };
    await deliverAt(now);
    await deliverAt(now + day);
    expect(chat.heard).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });
});

it('is sent once by two who send at the same time', async () => {
  await channelOf(wei, { url: chat.url });
  for (let at = 0; at < 24; at += 1) await announced(`lesson-${at}`);
  chat.answers = (_, response) => void setTimeout(() => response.end(), 5);
  await Promise.all([deliverAt(now), deliverAt(now), deliverAt(now)]);
  const ids = chat.heard.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(24);
  expect(new Set(ids).size).toBe(24);
  expect(new Set(await states())).toEqual(new Set(['sent']));
});

it('is sent again, under the same id, when a process ended before it could say that it was taken', async () => {
  await channelOf(wei, { url: chat.url });
  await announced('xss');
  const taken = await sendingFrom(announcements).takeDue(now);
  await deliverAt(now + minute);
  expect(chat.heard).toEqual([]);
  await deliverAt(now + 2 * minute);
  expect(chat.heard.map(({ headers }) => headers['webhook-id'])).toEqual([taken!.id]);
  // Who had it before comes too late to say that it failed.
  await sendingFrom(announcements).hasFailed(taken!, { words: 'no', forGood: true }, now + 3 * minute);
  expect(await states()).toEqual(['sent']);
});

it('waits while its channel is removed, and goes out when it is back', async () => {
  const { id } = await channelOf(wei, { url: chat.url });
  await announced('xss');
  await removeChannel(wei, id, false, now);
  await deliverAt(now + minute);
  expect([chat.heard, await states()]).toEqual([[], ['waiting']]);
  await removeChannel(wei, id, true, now + minute);
  await deliverAt(now + 2 * minute);
  expect(await states()).toEqual(['sent']);
});

it('is dropped when there is nothing to tell everyone any more, and kept when it cannot be written', async () => {
  await channelOf(wei, { url: chat.url });
  await announced('gone');
  await deliverAt(now, () => Promise.resolve(null));
  expect(await states()).toEqual(['dropped']);
  await announced('broken');
  await deliverAt(now, () => Promise.reject(new Error('no')));
  expect(await outbox()).toMatchObject([{ state: 'waiting', attempts: 1 }, { state: 'dropped' }]);
  expect(chat.heard).toEqual([]);
});

it('is refused at sending when its host is allowed no more', async () => {
  await channelOf(wei, { url: chat.url.replace('127.0.0.1', 'localhost') });
  await announced('xss');
  await deliverAt(now);
  expect(await outbox()).toMatchObject([
    { state: 'dead', fault: expect.stringContaining('https://') as string },
  ]);
  expect(chat.heard).toEqual([]);
});

it('can be taken back as long as nobody has begun to send it', async () => {
  await channelOf(wei, { url: chat.url });
  const back = () =>
    db.write((tx) => takeBackAnnouncement(tx, { kind: 'lesson', subjectId: 'xss', notBefore: now }));
  await announced('xss');
  expect(await back()).toBe(true);
  expect(await outbox()).toEqual([]);
  await announced('xss');
  await sendingFrom(announcements).takeDue(now);
  expect(await back()).toBe(false);
});

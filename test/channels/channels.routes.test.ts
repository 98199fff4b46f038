import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';

import { announce } from '#app/channels/announcing.server.ts';
import { paths } from '#app/paths.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { db } from '#db/database.server.ts';
import { announcements, channels } from '#db/schema/channels.ts';
import { sentBy, submit, textOf, visit } from '#test/support/app.ts';
import { minute, now } from '#test/support/clock.ts';
import { publishedNearMiss } from '#test/support/near-misses.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { channelOf, emptied, outbox } from './known.ts';
import { openReceiver, type Receiver, takes } from './receiver.ts';

// Read when the app is, which the imports do.
vi.hoisted(() => (process.env.CHANNEL_HOSTS = '127.0.0.1'));

let chat: Receiver;
let wei: TestPerson;
let priya: TestPerson;
let mara: TestPerson;
beforeAll(async () => {
  chat = await openReceiver();
  wei = await somebody('Wei Chen', 'administrator');
  priya = await somebody('Priya Raman', 'organiser');
  mara = await somebody('Mara Lindqvist');
});
afterAll(() => chat.close());
beforeEach(async () => {
  chat.heard.length = 0;
  chat.answers = takes;
  await emptied();
});

const all = () => db.read.select().from(channels);
const form = (others: Record<string, string> = {}) => ({
  name: '#guild',
  kind: 'mattermost',
  secretAddress: chat.url,
  lesson: 'on',
  ...others,
});

describe('a channel', () => {
  it('is made by administrators, tried out, changed and removed; no page has its address', async () => {
    const answers: Response[] = [];
    const asked = async (answer: Promise<Response>) => {
      answers.push((await answer).clone());
      return answer;
    };
    const made = await asked(submit(paths.newChannel(), form(), { as: wei }));
    expect(made.status).toBe(303);
    const [{ id } = { id: '' }] = await all();
    expect(made.headers.get('Location')).toBe(paths.channel(id));
    for (const page of [paths.channels(), paths.channel(id), paths.announcements(), '/audit', '/settings'])
      await asked(visit(page, { as: wei }));
    await asked(submit(paths.channelTrial(id), {}, { as: wei }));
    expect(chat.heard).toHaveLength(1);
    const changed = form({ secretAddress: '', name: '#security', version: '1' });
    expect((await asked(submit(paths.channel(id), changed, { as: wei }))).status).toBe(303);
    expect(await all()).toMatchObject([{ name: '#security', url: chat.url, announces: ['lesson'] }]);
    expect((await asked(submit(paths.channel(id), changed, { as: wei }))).status).toBe(409);

    await asked(submit(paths.channelRemoval(id), {}, { as: wei }));
    expect((await asked(visit(paths.channel(id), { as: wei }))).status).toBe(404);
    await asked(submit(paths.channelRemoval(id), { undo: 'yes' }, { as: wei }));
    expect((await asked(visit(paths.channel(id), { as: wei }))).status).toBe(200);
    for (const answer of answers)
      expect(JSON.stringify([...answer.headers]) + (await sentBy(answer))).not.toMatch(/hunter2|whsec_/);
  });

  it.each([
    ['http://10.0.0.5/hooks/hunter2', 'CHANNEL_HOSTS|https://'],
    ['https://10.0.0.5/hooks/hunter2', 'CHANNEL_HOSTS'],
    ['https://[::1]/hooks/hunter2', 'CHANNEL_HOSTS'],
    ['http://chat.example.com/hooks/hunter2', 'https://'],
    ['https://ada:hunter2@chat.example.com/', 'password'],
    ['hunter2', 'https://'],
    ['', 'https://'],
  ])('at %s is refused in words, and only what is no secret is still there', async (secretAddress, words) => {
    const answer = await submit(paths.newChannel(), form({ secretAddress, name: '#zebra' }), { as: wei });
    expect(answer.status).toBe(422);
    const html = await sentBy(answer);
    expect(html).toMatch(new RegExp(words));
    expect(html).toContain('#zebra');
    expect(html).not.toContain('hunter2');
    expect(await all()).toEqual([]);
  });

  it('without a name is refused, and its address is not sent back either', async () => {
    const answer = await submit(paths.newChannel(), form({ name: '' }), { as: wei });
    expect(answer.status).toBe(422);
    expect(await sentBy(answer)).not.toContain('hunter2');
  });

  it('that is a plain webhook has its secret shown once', async () => {
    const answer = await submit(paths.newChannel(), form({ kind: 'webhook' }), { as: wei });
    const [{ id, secret } = { id: '', secret: '' }] = await all();
    expect(await sentBy(answer)).toContain(secret);
    for (const page of [paths.channel(id), paths.channelSecret(id), paths.channels(), '/audit'])
      expect(await sentBy(await visit(page, { as: wei }))).not.toContain('whsec_');
    const again = await sentBy(await submit(paths.channelSecret(id), {}, { as: wei }));
    const [renewed] = await all();
    expect(renewed!.secret).not.toBe(secret);
    expect(again).toContain(renewed!.secret);
    await submit(paths.channelTrial(id), {}, { as: wei });
    expect(chat.heard[0]!.headers['webhook-signature']).toMatch(/^v1,/);
  });

  it('says in words what came of a trial post', async () => {
    const { id } = await channelOf(wei, { url: chat.url });
    chat.answers = (_, response) => void response.writeHead(404).end('hunter2');
    const { headers } = await submit(paths.channelTrial(id), {}, { as: wei });
    const cookie = `${wei.cookie}; ${headers.get('Set-Cookie')!.split(';')[0]!}`;
    const said = await textOf(await visit(paths.channel(id), { as: { cookie } }));
    expect(said).toContain('(404)');
    expect(said).not.toContain('hunter2');
  });
});

describe('what is announced', () => {
  const [module] = curriculum();
  const lesson = () => paths.newAnnouncement('lesson', module!.key);

  it('is shown before, to the letter, and then posted', async () => {
    await channelOf(wei, { url: chat.url });
    expect(await sentBy(await visit(paths.module(module!.key), { as: priya }))).toContain(
      'announcements/new',
    );
    expect(await sentBy(await visit(paths.module(module!.key), { as: mara }))).not.toContain(
      'announcements/new',
    );
    const preview = await sentBy(await visit(lesson(), { as: priya }));
    expect(preview).toContain('#guild');
    expect(preview).not.toContain('hunter2');
    expect((await submit(lesson(), {}, { as: priya })).status).toBe(303);
    expect(await outbox()).toMatchObject([{ kind: 'lesson', subjectId: module!.key, state: 'waiting' }]);
    await submit(lesson(), {}, { as: priya });
    expect(await outbox()).toHaveLength(1);
    expect(await textOf(await visit(lesson(), { as: priya }))).toContain('On its way');
  });

  it('is not there for anybody else', async () => {
    await channelOf(wei, { url: chat.url });
    for (const path of [lesson(), '/announcements/new', paths.newAnnouncement('gossip', 'x')]) {
      expect((await visit(path, { as: mara })).status).toBe(404);
      expect((await submit(path, {}, { as: mara })).status).toBe(404);
    }
    expect(await outbox()).toEqual([]);
  });

  it('a near miss is celebrated by its author, once it is published to everyone', async () => {
    await channelOf(wei, { url: chat.url });
    const { id, title } = await publishedNearMiss(mara, 'everyone');
    const path = paths.newAnnouncement('near-miss', id);
    const page = await sentBy(await visit(paths.postmortem(id), { as: mara }));
    expect(page).toContain(path.replace('&', '&amp;'));
    expect(await sentBy(await visit(paths.postmortem(id), { as: wei }))).not.toContain('announcements/new');
    expect(await textOf(await visit(path, { as: mara }))).toContain(title);
    const told = await submit(path, {}, { as: mara });
    expect(told.headers.get('Location')).toBe(paths.postmortem(id));
    expect(await outbox()).toHaveLength(1);
  });

  it('a near miss for some is told to nobody, and an organiser learns nothing of it', async () => {
    await channelOf(wei, { url: chat.url });
    const { id, title } = await publishedNearMiss(mara, 'private');
    const path = paths.newAnnouncement('near-miss', id);
    expect(await sentBy(await visit(path, { as: priya }))).not.toContain(title);
    await submit(path, {}, { as: priya });
    expect(await outbox()).toEqual([]);
  });

  it('is tried again or let go where it failed, by organisers and administrators', async () => {
    await channelOf(wei, { url: chat.url });
    await db.write((tx) => announce(tx, { kind: 'lesson', subjectId: module!.key, now }));
    const [{ id } = { id: '' }] = await outbox();
    const fail = () =>
      db.write((tx) =>
        tx
          .update(announcements)
          .set({ state: 'dead', fault: 'No such webhook (404).' })
          .where(eq(announcements.id, id)),
      );
    const state = async () => (await outbox())[0]!.state;
    await fail();
    expect(await textOf(await visit('/announcements?state=dead', { as: priya }))).toMatch(
      new RegExp(`${module!.title.slice(0, 12)}.*\\(404\\)`),
    );
    await submit(paths.announcementRetry(id), {}, { as: priya });
    expect(await state()).toBe('waiting');
    expect((await submit(paths.announcementRetry(id), {}, { as: priya })).status).toBe(404);
    await fail();
    await submit(paths.announcementDropping(id), {}, { as: wei });
    expect(await state()).toBe('dropped');
    await submit(paths.announcementDropping(id), { undo: 'yes' }, { as: wei });
    expect(await state()).toBe('dead');
    expect((await visit(paths.announcements(), { as: mara })).status).toBe(403);
  });

  it('is led through page by page, each shown once', async () => {
    const { id: channelId } = await channelOf(wei, { url: chat.url });
    await channelOf(wei, { url: chat.url, name: '#other' });
    for (let at = 0; at < 70; at += 1)
      await db.write((tx) =>
        announce(tx, { kind: 'lesson', subjectId: `gone-${at}`, now: now + Math.floor(at / 20) * minute }),
      );
    const seen: string[] = [];
    for (let path: string | undefined = `/announcements?channel=${channelId}`; path;) {
      const page = await sentBy(await visit(path, { as: priya }));
      seen.push(...[...page.matchAll(/id="announcement-(\w+)"/g)].map(([, id]) => id!));
      path = /href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"/
        .exec(page)
        ?.slice(1)
        .find(Boolean)
        ?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(70);
    expect(new Set(seen).size).toBe(70);
  });
});

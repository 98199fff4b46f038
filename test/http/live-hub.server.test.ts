import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { openHub } from '#app/http/live-hub.server.ts';
import { db } from '#db/database.server.ts';

type Hub = ReturnType<typeof openHub>;
let hub: Hub;
let pushed: string[];
beforeEach(async () => {
  pushed = [];
  hub = openHub();
  hub.speakBy(async (topic, detail) => {
    pushed.push(topic);
    return { says: detail };
  });
  hub.mark();
  await knows();
});
afterEach(() => hub.close());

/** Waits until the hub hears what is announced. */
async function knows() {
  const before = hub.mark();
  await vi.waitFor(async () => {
    await say('elsewhere');
    await pause(20);
    expect(hub.mark()).not.toBe(before);
  }, 10_000);
  await pause(50);
}

const say = (topic: string, detail?: string) => db.write(async () => db.announce(topic, detail));

type Told = { event: string; data: unknown; id: string };

/** Somebody who reads their stream as it comes. */
function listening(topics: string[], others: Partial<Parameters<Hub['open']>[0]> = {}, of = hub) {
  const stream = of.open({ topics, personId: 'mara', ending: 'session:mara', after: of.mark(), ...others })!;
  const told: Told[] = [];
  const raw = { text: '', over: false, reader: stream.getReader() };
  void (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await raw.reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) break;
      raw.text += decoder.decode(value);
      const [, id, event, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)\n\n$/.exec(decoder.decode(value)) ?? [];
      if (event) told.push({ event, data: JSON.parse(data!), id: id! });
    }
    raw.over = true;
  })();
  return {
    told,
    raw,
    messages: () => told.filter(({ event }) => event === 'message').map(({ data }) => data),
  };
}

it('tells everybody who listens to a topic, and reads it once', async () => {
  const all = Array.from({ length: 100 }, (_, at) => listening(['meeting:a'], { personId: `p${at}` }));
  const other = listening(['meeting:b']);
  await say('meeting:a', 'a note');
  await vi.waitFor(() => {
    for (const { messages } of all)
      expect(messages()).toEqual([{ topic: 'meeting:a', message: { says: 'a note' } }]);
  });
  expect(pushed).toEqual(['meeting:a']);
  expect(other.messages()).toEqual([]);
});

it('says something at once, and how long to wait before coming back', async () => {
  const { raw, told } = listening(['meeting:a']);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(raw.text).toMatch(/^:\n\nretry: [12]\d{3}\n\nid: /);
  expect(told[0]).toEqual({
    event: 'ready',
    data: { missed: [], now: expect.any(Number) as number },
    id: hub.mark(),
  });
});

it('tells whoever comes back what may have changed meanwhile, and only that', async () => {
  const before = hub.mark();
  await say('meeting:a');
  await vi.waitFor(() => expect(hub.mark()).not.toBe(before));
  const back = listening(['meeting:a', 'meeting:b'], { after: before });
  const fromElsewhere = listening(['meeting:a', 'meeting:b'], { after: 'another.7' });
  await vi.waitFor(() => {
    expect(back.told[0]?.data).toMatchObject({ missed: ['meeting:a'] });
    expect(fromElsewhere.told[0]?.data).toMatchObject({ missed: ['meeting:a', 'meeting:b'] });
  });
});

it('keeps the messages of a topic in their order, however long one takes to read', async () => {
  hub.speakBy(async (_, detail) => {
    await pause(detail === 'first' ? 60 : 0);
    return detail;
  });
  const { messages } = listening(['meeting:a']);
  await say('meeting:a', 'first');
  await say('meeting:a', 'second');
  await vi.waitFor(() => expect(messages()).toHaveLength(2));
  expect(messages()).toEqual(['first', 'second'].map((message) => ({ topic: 'meeting:a', message })));
});

it('lets people ask where reading failed', async () => {
  hub.speakBy(async () => Promise.reject(new Error('no')));
  const { messages } = listening(['meeting:a']);
  await say('meeting:a');
  await vi.waitFor(() => expect(messages()).toEqual([{ topic: 'meeting:a', message: null }]));
});

it('ends with its session, and says that there is no coming back', async () => {
  const ended = listening(['meeting:a'], { ending: 'session:one' });
  const other = listening(['meeting:a'], { ending: 'session:two' });
  await say('session:one');
  await vi.waitFor(() => expect(ended.raw.over).toBe(true));
  expect(ended.told.at(-1)!.event).toBe('over');
  expect(other.raw.over).toBe(false);
  expect(hub.size).toBe(1);
});

it('drops one who does not read, and keeps the others', async () => {
  hub.speakBy(async () => 'x'.repeat(100_000));
  const stuck = hub.open({ topics: ['meeting:a'], personId: 'jonas', ending: 's', after: '' })!;
  const reading = listening(['meeting:a']);
  for (let times = 0; times < 4; times++) await say('meeting:a');
  await vi.waitFor(() => expect(reading.messages()).toHaveLength(4));
  expect(hub.size).toBe(1);
  await expect(stuck.getReader().read()).rejects.toThrow('slow');
});

it('forgets who goes, and whose hour is over; all share one heartbeat', async () => {
  const short = openHub({ heartbeat: 30, longest: 100 });
  const gone = listening(['meeting:a'], {}, short);
  await gone.raw.reader.cancel();
  expect(short.size).toBe(0);
  const staying = listening(['meeting:a'], {}, short);
  await vi.waitFor(() => expect(staying.raw.text).toMatch(/\n:\n\n/));
  await vi.waitFor(() => expect(staying.raw.over).toBe(true));
  expect(short.size).toBe(0);
  short.close();
});

it('asks the database nothing while nothing happens', async () => {
  const busy = openHub({ heartbeat: 20 });
  const all = Array.from({ length: 30 }, (_, at) => listening(['meeting:a'], { personId: `p${at}` }, busy));
  await pause(50);
  const asked = vi.fn();
  const spies = [vi.spyOn(db, 'rows'), vi.spyOn(db, 'write'), vi.spyOn(db, 'versions')];
  const read = vi.spyOn(db, 'read', 'get');
  await pause(200);
  for (const spy of [...spies, read]) if (spy.mock.calls.length > 0) asked();
  vi.restoreAllMocks();
  expect(asked).not.toHaveBeenCalled();
  // They are alive, all the same.
  for (const { raw } of all) expect(raw.text.match(/:\n\n/g)!.length).toBeGreaterThan(5);
  busy.close();
});

it('ends all when the house closes, and takes nobody in after that', async () => {
  const { raw } = listening(['meeting:a']);
  hub.close();
  await vi.waitFor(() => expect(raw.over).toBe(true));
  expect(hub.open({ topics: ['meeting:a'], personId: 'mara', ending: 's', after: '' })).toBeNull();
});

it('opens only so many for one person', () => {
  for (let times = 0; times < 40; times++)
    expect(hub.open({ topics: ['a'], personId: 'mara', ending: 's', after: '' })).not.toBeNull();
  expect(hub.open({ topics: ['a'], personId: 'mara', ending: 's', after: '' })).toBeNull();
  expect(hub.open({ topics: ['a'], personId: 'jonas', ending: 's', after: '' })).not.toBeNull();
});

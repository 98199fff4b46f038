import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { keepSchedule, perform } from '#app/schedule.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { day, hour, minute, now } from '#test/support/clock.ts';

const together = true;

beforeEach(
  () => void vi.useFakeTimers({ now, toFake: ['setTimeout', 'setInterval', 'clearInterval', 'Date'] }),
);
afterEach(() => void vi.useRealTimers());

it('does its work at once, then again and again, until it is stopped', async () => {
  const done: number[] = [];
  const { stop } = keepSchedule([
    { name: 'work', every: minute, together, run: async (at) => void done.push(at) },
  ]);
  expect(done).toEqual([now]);
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(done).toEqual([now, now + minute, now + 2 * minute]);
  await stop();
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(done).toHaveLength(3);
});

it('goes on after work that failed', async () => {
  let tried = 0;
  const run = async () => {
    tried += 1;
    throw new Error('no');
  };
  const { stop } = keepSchedule([{ name: 'work', every: minute, together, run }]);
  await vi.advanceTimersByTimeAsync(minute);
  expect(tried).toBe(2);
  await stop();
});

it('waits for what is under way, and does not begin it a second time beside itself', async () => {
  let begun = 0;
  let finish!: () => void;
  const run = () => {
    begun += 1;
    return new Promise<void>((resolve) => (finish = resolve));
  };
  const { stop } = keepSchedule([{ name: 'work', every: minute, together, run }]);
  await vi.advanceTimersByTimeAsync(3 * day);
  expect(begun).toBe(1);

  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(day);
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(stopped).toBe(true);
});

it('begins before its time when it is asked to, once for many who ask', async () => {
  const done: number[] = [];
  let hasten = () => {};
  const { stop } = keepSchedule([
    {
      name: 'mail',
      every: minute,
      together,
      run: async (at) => void done.push(at),
      hasten: (call) => (hasten = call),
    },
  ]);
  await vi.advanceTimersByTimeAsync(5000);
  for (let n = 0; n < 10; n++) hasten();
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toEqual([now, now + 5500]);
  await stop();
  hasten();
  await vi.advanceTimersByTimeAsync(day);
  expect(done).toHaveLength(2);
});

it('what was hastened by a transaction is no part of it', async () => {
  // Timers that are not real forget from where they were set.
  vi.useRealTimers();
  let hasten = () => {};
  const seen: unknown[] = [];
  const run = async () => void seen.push(db.isWriting, await db.read.select().from(people));
  const { stop } = keepSchedule([
    { name: 'mail', every: minute, together, run, hasten: (call) => (hasten = call) },
  ]);
  await vi.waitFor(() => expect(seen).toHaveLength(2));
  await db.write(async () => hasten());
  await vi.waitFor(() => expect(seen).toEqual([false, [], false, []]), 3000);
  await stop();
});

it('tells what takes long that the house closes', async () => {
  let told: AbortSignal | undefined;
  const { stop } = keepSchedule([
    { name: 'mail', every: minute, together, run: async (_, stopping) => void (told = stopping) },
  ]);
  expect(told?.aborted).toBe(false);
  await stop();
  expect(told?.aborted).toBe(true);
});

it('of two instances one does the work, and the other does it when the first has failed', async () => {
  const done: string[] = [];
  let works = true;
  const instance = (name: string) => ({
    name: 'renewals',
    every: day,
    async run() {
      done.push(name);
      if (!works) throw new Error('no');
    },
  });
  const [first, second] = [instance('first'), instance('second')];
  await Promise.all([perform(first, now), perform(second, now)]);
  expect(done).toHaveLength(1);
  await perform(second, now + hour);
  expect(done).toHaveLength(1);

  vi.setSystemTime(now + day);
  works = false;
  await perform(first, now + day);
  await perform(second, now + day + minute);
  expect(done).toHaveLength(2);
  await perform(second, now + day + hour);
  expect(done).toEqual([done[0], 'first', 'second']);
});

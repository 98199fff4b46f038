import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { keepSchedule } from '#app/schedule.server.ts';
import { day, now } from '#test/support/clock.ts';

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

it('does its work at once, then again and again, until it is stopped', async () => {
  const done: number[] = [];
  const { stop } = keepSchedule([{ name: 'work', every: day, run: async (at) => void done.push(at) }]);
  expect(done).toEqual([now]);
  await vi.advanceTimersByTimeAsync(2 * day);
  expect(done).toEqual([now, now + day, now + 2 * day]);
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
  const { stop } = keepSchedule([{ name: 'work', every: day, run }]);
  await vi.advanceTimersByTimeAsync(day);
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
  const { stop } = keepSchedule([{ name: 'work', every: day, run }]);
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

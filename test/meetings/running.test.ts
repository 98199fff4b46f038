import { describe, expect, it } from 'vitest';

import { clockWords, currentOf, leftWords, nextAfter, overAt, spentOn } from '#app/meetings/running.ts';

const MINUTE = 60_000;
const turns = [
  { id: '1', itemId: 'a', fromAt: 0, untilAt: 5 * MINUTE },
  { id: '2', itemId: 'b', fromAt: 5 * MINUTE, untilAt: 6 * MINUTE },
  { id: '3', itemId: 'a', fromAt: 6 * MINUTE, untilAt: null },
];

describe('the clock', () => {
  it('counts every turn of an item, and the one that runs until now', () => {
    expect(spentOn(turns, 'a', 8 * MINUTE)).toBe(7 * MINUTE);
    expect(spentOn(turns, 'b', 8 * MINUTE)).toBe(MINUTE);
    expect(spentOn(turns, 'c', 8 * MINUTE)).toBe(0);
    expect(currentOf(turns)?.id).toBe('3');
    expect(currentOf(turns.slice(0, 2))).toBeNull();
  });

  it('of a device that is behind does not run backwards', () => {
    expect(spentOn(turns, 'a', 5.5 * MINUTE)).toBe(5 * MINUTE);
  });

  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [245_000, '4:05'],
    [61 * MINUTE, '61:00'],
    [-1, '0:00'],
  ])('%i ms is %s', (ms, words) => expect(clockWords(ms)).toBe(words));

  it('says kindly that time is up', () => {
    expect(leftWords(90_000)).toEqual({ words: '1:30 left', isOver: false });
    expect(leftWords(-1).isOver).toBe(true);
    expect(leftWords(-3 * MINUTE)).toEqual({ words: '3 minutes over', isOver: true });
  });
});

describe('the hour is over', () => {
  const at = (startedAt: number | null) => overAt({ startsAt: 0, minutes: 60, startedAt });
  it('when it was to be, however late it began', () => {
    expect(at(null)).toBe(60 * MINUTE);
    expect(at(10 * MINUTE)).toBe(60 * MINUTE);
    expect(at(-5 * MINUTE)).toBe(60 * MINUTE);
  });
  it('an hour after it began, where that was at another time altogether', () => {
    expect(at(600 * MINUTE)).toBe(660 * MINUTE);
    expect(at(-600 * MINUTE)).toBe(-540 * MINUTE);
  });
});

describe('what comes next', () => {
  const items = (['done', 'open', 'open', 'carried', 'open'] as const).map((state, at) => ({
    id: String(at),
    state,
  }));
  it.each([
    [null, '1'],
    ['0', '1'],
    ['1', '2'],
    ['2', '4'],
    ['4', '1'],
  ])('after %s is %s', (current, next) => expect(nextAfter(items, current)?.id).toBe(next));
  it('is nothing when everything was had', () => {
    expect(nextAfter([{ id: '0', state: 'done' }], '0')).toBeNull();
    expect(nextAfter([{ id: '0', state: 'open' }], '0')).toBeNull();
  });
});

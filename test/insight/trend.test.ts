import fc from 'fast-check';
import { expect, it } from 'vitest';

import { figureShort, figureWords, valueWords } from '#app/insight/figure-words.ts';
import type { Line } from '#app/insight/report.ts';
import { HEIGHT, roundedUp, trendOf, WIDTH } from '#app/insight/trend.ts';

const line = (values: (number | null)[], unit: Line['unit'] = 'count'): Line => ({
  key: 'all',
  words: 'All',
  unit,
  months: values.map((value, at) => ({
    month: `2026-${String(at + 1).padStart(2, '0')}`,
    figure: value === null ? null : { value, n: null, of: null, few: false },
  })),
});

it('leaves a gap where a month has no figure', () => {
  const trend = trendOf([line([1, 2, null, 4, 5, null])], null, '2026-06')!;
  expect(trend.drawn[0]!.parts).toHaveLength(2);
  expect(trend.drawn[0]!.dots).toHaveLength(4);
});

it('says in words what it shows, and what is not over', () => {
  const { description } = trendOf([line([0.5, 0.6, null], 'share')], 0.8, '2026-03')!;
  expect(description).toBe('All: 2026-01 50 %, 2026-02 60 %, 2026-03 so far not counted.');
});

it('draws nothing of nothing, nor of a single figure', () => {
  expect(trendOf([line([null, 2])], 1, '2026-02')).toBeNull();
  expect(trendOf([line([null, null])], 1, '2026-02')).toBeNull();
  expect(trendOf([], null, '2026-02')).toBeNull();
});

it('stays within its frame', () => {
  const values = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 13,
  });
  fc.assert(
    fc.property(values, fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), (all, aim) => {
      const trend = trendOf([line(all)], aim, '2026-01');
      for (const { x, y } of trend?.drawn.flatMap(({ dots }) => dots) ?? []) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(WIDTH);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(HEIGHT);
      }
    }),
  );
});

it('ends its scale at a round number that nothing goes beyond', () => {
  expect([0, 1, 3, 12, 51, 99.5].map(roundedUp)).toEqual([1, 1, 5, 20, 100, 100]);
});

it('rounds no share up to all, and says what there is to say', () => {
  expect(valueWords(0.999, 'share')).toBe('99 %');
  expect(valueWords(0.29, 'share')).toBe('29 %');
  expect(valueWords(1, 'days')).toBe('1 day');
  expect(valueWords(7.6, 'days')).toBe('7.6 days');
  expect(valueWords(1240, 'hours')).toBe('1,240 hours');
  const few = { value: null, n: null, of: null, few: 'people' as const };
  expect([figureWords(few, 'count'), figureShort(few, 'count')]).toEqual(['fewer than five people', '< 5']);
  expect(figureWords({ ...few, few: false }, 'share')).toBe('nothing to measure');
});

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { mean, median, percentile } from '#app/insight/percentile.ts';

const days = fc.array(fc.double({ min: 0, max: 10_000, noNaN: true }), { minLength: 1, maxLength: 60 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

it('is what one would count on one’s fingers', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(percentile([1, 2, 9], 0.9)).toBeCloseTo(7.6);
  expect(mean([1, 2, 9])).toBe(4);
  expect([median([]), percentile([], 0.9), mean([])]).toEqual([null, null, null]);
});

it('lies among the values, whatever order they come in, and leaves them as they were', () => {
  fc.assert(
    fc.property(days, share, (values, at) => {
      const before = [...values];
      const found = percentile(values, at)!;
      expect(values).toEqual(before);
      expect(found).toBeGreaterThanOrEqual(Math.min(...values));
      expect(found).toBeLessThanOrEqual(Math.max(...values));
      expect(percentile(values.toReversed(), at)).toBe(found);
    }),
  );
});

it('never falls as the share grows', () => {
  fc.assert(
    fc.property(days, share, share, (values, a, b) => {
      const [low, high] = [percentile(values, Math.min(a, b))!, percentile(values, Math.max(a, b))!];
      expect(low).toBeLessThanOrEqual(high + 1e-9);
    }),
  );
});

it('has as many values below the middle as above it', () => {
  fc.assert(
    fc.property(days, (values) => {
      const middle = median(values)!;
      const below = values.filter((value) => value < middle).length;
      const above = values.filter((value) => value > middle).length;
      expect(below).toBeLessThanOrEqual(values.length / 2);
      expect(above).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

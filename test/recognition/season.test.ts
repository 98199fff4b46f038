import fc from 'fast-check';
import { expect, it } from 'vitest';

import { monthOf, seasonAfter, seasonOf } from '#app/recognition/season.ts';

const lengths = [1, 2, 3, 4, 6, 12];
const months = fc
  .tuple(fc.integer({ min: 1970, max: 2200 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

it('knows the month by the clocks of a zone', () => {
  const newYear = Date.UTC(2026, 11, 31, 23, 30);
  expect(monthOf(newYear, 'UTC')).toBe('2026-12');
  expect(monthOf(newYear, 'Europe/Berlin')).toBe('2027-01');
});

it('names a season by the month it begins in', () => {
  expect(['2026-01', '2026-03', '2026-04', '2026-12'].map((month) => seasonOf(month, 3))).toEqual([
    '2026-01',
    '2026-01',
    '2026-04',
    '2026-10',
  ]);
  expect(seasonAfter('2026-10', 3)).toBe('2027-01');
});

it('puts every month into one season, and no gap between two', () => {
  fc.assert(
    fc.property(months, fc.constantFrom(...lengths), (month, length) => {
      const season = seasonOf(month, length);
      expect(season <= month && month < seasonAfter(season, length)).toBe(true);
      expect(seasonOf(season, length)).toBe(season);
    }),
  );
});

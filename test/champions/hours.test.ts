import fc from 'fast-check';
import { expect, it } from 'vitest';

import { hoursOf, monthBefore, monthWords, quartersIn, tellableMonths } from '#app/champions/hours.ts';

it.each([
  ['6', 24],
  ['2.5', 10],
  ['2,5', 10],
  [' 0.75 ', 3],
  ['1:30', 6],
  ['.5', 2],
  ['0', 0],
])('reads %j as %i quarters of an hour', (text, quarters) => expect(quartersIn(text)).toBe(quarters));

it.each(['', 'six', '-1', '1e3', '745', '1:75', '1.2.3', '=1+1', '2 h'])(
  'does not take %j for hours',
  (text) => expect(quartersIn(text)).toBeNull(),
);

it('reads again what it wrote', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 744 * 4 }), (quarters) => {
      expect(quartersIn(hoursOf(quarters))).toBe(quarters);
    }),
  );
});

it('offers this month and the two before, and means the last one in its first days, where people are', () => {
  const early = Date.UTC(2026, 0, 1, 3);
  expect(tellableMonths(early, 'UTC')).toEqual({
    months: ['2026-01', '2025-12', '2025-11'],
    likely: '2025-12',
  });
  expect(tellableMonths(early, 'America/New_York').months[0]).toBe('2025-12');
  expect(tellableMonths(Date.UTC(2026, 2, 20), 'UTC').likely).toBe('2026-03');
  expect(monthBefore('2026-01')).toBe('2025-12');
  expect(monthWords('2026-03')).toBe('March 2026');
});

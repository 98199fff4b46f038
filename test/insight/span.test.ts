import fc from 'fast-check';
import { expect, it } from 'vitest';

import { endOf, MONTHS, spanOf, spansUpTo } from '#app/insight/span.ts';

const zones = ['UTC', 'Pacific/Auckland', 'America/New_York', 'Asia/Kolkata', 'America/Sao_Paulo'];

it('begins a month where the clocks of the organisation do', () => {
  expect(spanOf('2026-02', 'Pacific/Auckland')).toEqual({
    month: '2026-02',
    from: Date.UTC(2026, 0, 31, 11),
    until: Date.UTC(2026, 1, 28, 11),
  });
  // The clocks go back on 5 April.
  expect(spanOf('2026-04', 'Pacific/Auckland')).toMatchObject({
    from: Date.UTC(2026, 2, 31, 11),
    until: Date.UTC(2026, 3, 30, 12),
  });
});

it('goes back a year from the month somebody is in', () => {
  const spans = spansUpTo(Date.UTC(2026, 1, 28, 11), 'Pacific/Auckland');
  expect(spans.map(({ month }) => month)).toEqual([
    ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10'],
    ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
  ]);
  expect(spansUpTo(Date.UTC(2026, 1, 28, 11) - 1, 'Pacific/Auckland').at(-1)!.month).toBe('2026-02');
});

it('leaves no moment out and has none twice', () => {
  const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) });
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (now, zone) => {
      const spans = spansUpTo(now, zone);
      expect(spans).toHaveLength(MONTHS);
      for (const [at, { from, until }] of spans.entries()) {
        expect(until).toBeGreaterThan(from);
        if (at > 0) expect(from).toBe(spans[at - 1]!.until);
      }
      const last = spans.at(-1)!;
      expect(last.from <= now && now < last.until).toBe(true);
      expect(endOf(last, now)).toBeLessThanOrEqual(last.until);
    }),
    { numRuns: 60 },
  );
});

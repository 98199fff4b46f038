import { expect, it } from 'vitest';

import { dueCounts, type Counted, isCountedBy, versionOf } from '#app/insight/due-counts.ts';
import { spansUpTo } from '#app/insight/span.ts';
import { day, hour, now } from '#test/support/clock.ts';

const zone = 'UTC';
const spans = spansUpTo(now, zone);
const coverage = { key: 'coverage', about: 'state', version: 1 } as const;
const belts = { key: 'belts-held', about: 'now', version: 1 } as const;

const counted = (countedAt: number, version = versionOf(coverage, zone)): Counted[] =>
  spans.map(({ month }) => ({ measure: 'coverage', month, countedAt, version }));
const due = (kept: Counted[], at = now, measures: (typeof coverage | typeof belts)[] = [coverage]) =>
  dueCounts(measures, spans, { kept, zone, now: at }).map(({ span }) => span.month);
const all = spans.map(({ month }) => month);

it('counts every month at first, and of what is of now this month alone', () => {
  expect(due([])).toEqual(all);
  expect(due([], now, [belts])).toEqual(['2026-03']);
});

it('counts this month and the last every hour, and the older ones once a day', () => {
  expect(due(counted(now - hour / 2))).toEqual([]);
  expect(due(counted(now - hour))).toEqual(['2026-02', '2026-03']);
  expect(due(counted(now - day))).toEqual(all);
});

it('counts all of them anew when the definition changes, or the zone', () => {
  const raised = { ...coverage, version: 2 } as unknown as typeof coverage;
  expect(due(counted(now), now, [raised])).toEqual(all);
  expect(due(counted(now, versionOf(coverage, 'Pacific/Auckland')))).toEqual(all);
});

it('keeps what is of now alone in another zone, and counts it anew by another definition', () => {
  const kept = (version: string): Counted[] => [
    { measure: 'belts-held', month: '2026-03', countedAt: now, version },
  ];
  expect(due(kept(versionOf(belts, 'Pacific/Auckland')), now, [belts])).toEqual([]);
  expect(due(kept('2 UTC'), now, [belts])).toEqual(['2026-03']);
  expect(isCountedBy(belts, '1 Pacific/Auckland', zone)).toBe(true);
  expect(isCountedBy(belts, '10 UTC', zone)).toBe(false);
  expect(isCountedBy(coverage, '1 Pacific/Auckland', zone)).toBe(false);
});

it('is not stopped by a clock that was ahead', () => {
  expect(due(counted(now + 2 * day))).toEqual(all);
});

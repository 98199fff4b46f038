import fc from 'fast-check';
import { expect, it } from 'vitest';

import { goesOn } from '#app/facts/going-by.ts';

const HOUR = 3_600_000;
const old = { rules: 'old', began: 10 };
const newer = { rules: 'new', began: 20 };

it('is for the first there is, for whoever goes by the same, and for the newer', () => {
  expect(goesOn(old, undefined, 30)).toBe(true);
  expect(goesOn({ ...old, began: 1 }, { ...old, takenAt: 10 }, 30)).toBe(true);
  expect(goesOn(newer, { ...old, takenAt: 10 }, 30)).toBe(true);
  expect(goesOn(old, { ...newer, takenAt: 20 }, 30)).toBe(false);
});

it('is tried again after an hour by the older one: the newer may be gone', () => {
  expect(goesOn(old, { ...newer, takenAt: 20 }, 20 + HOUR - 1)).toBe(false);
  expect(goesOn(old, { ...newer, takenAt: 20 }, 20 + HOUR)).toBe(true);
});

it('changes hands at most twice an hour while two look every minute, and ends at the newer', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(old, newer), { minLength: 1, maxLength: 120 }), (looks) => {
      let known = { ...old, takenAt: 0 };
      const changes: number[] = [];
      for (const [minute, mine] of [...looks, newer].entries()) {
        const now = minute * 60_000;
        if (mine.rules === known.rules || !goesOn(mine, known, now)) continue;
        known = { ...mine, takenAt: now };
        changes.push(now);
      }
      expect(known.rules).toBe('new');
      for (const at of changes)
        expect(changes.filter((other) => other >= at && other < at + HOUR).length).toBeLessThanOrEqual(2);
    }),
  );
});

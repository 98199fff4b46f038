import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FEWEST } from '#app/accounts/fewest.ts';
import { byArea, percentOf, shownTo, type SquadSum, sumOf } from '#app/training/completion.ts';

const squad = (name: string, asked: number, through = 0, area: string | null = null): SquadSum => ({
  ...{ id: name, name, area, asked, through },
});
const sums = fc
  .array(
    fc.record({ asked: fc.integer({ min: 0, max: 12 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      maxLength: 12,
    },
  )
  .map((all) => all.map(({ asked, share }, at) => squad(`Squad ${at}`, asked, Math.floor(asked * share))));

describe('what is shown of completion', () => {
  it('is in the order of names, not of lateness', () => {
    const { squads } = shownTo(false, [
      squad('Wallets', 9, 9),
      squad('Ledger 10', 9),
      squad('Ledger 9', 9, 1),
    ]);
    expect(squads.map(({ name }) => name)).toEqual(['Ledger 9', 'Ledger 10', 'Wallets']);
  });

  it('sums small squads up, and takes the next smallest along where they would be too few', () => {
    const shown = shownTo(false, [squad('A', 3, 1), squad('B', 7, 2), squad('C', 6, 3), squad('D', 20)]);
    expect(shown.squads.map(({ name }) => name)).toEqual(['B', 'D']);
    expect(shown.together).toEqual({ asked: 9, through: 4, squads: 2 });
  });

  it('is nothing where fewer than five people are asked, and everything for organisers', () => {
    expect(shownTo(false, [squad('A', 4, 4)])).toEqual({ total: null, squads: [], together: null });
    expect(shownTo(true, [squad('A', 4, 4)]).squads).toHaveLength(1);
  });

  it('has no sum over fewer than five people, and leaves none to be worked out', () => {
    fc.assert(
      fc.property(sums, (all) => {
        const { total, squads, together } = shownTo(false, all);
        const whole = sumOf(all);
        if (total === null) {
          expect(whole.asked).toBeLessThan(FEWEST);
          return;
        }
        expect(total).toEqual(whole);
        const parts = [...squads, ...(together ? [together] : [])];
        for (const { asked } of parts) expect(asked).toBeGreaterThanOrEqual(FEWEST);
        expect(sumOf(parts)).toEqual(whole);
      }),
    );
  });

  it('adds up by area', () => {
    expect(byArea([squad('A', 5, 1, 'Banking'), squad('B', 2, 2), squad('C', 5, 1, 'Banking')])).toEqual([
      { area: 'Banking', asked: 10, through: 2 },
      { area: null, asked: 2, through: 2 },
    ]);
  });

  it('is 100 percent only when everybody is through', () => {
    expect(percentOf({ asked: 1000, through: 999 })).toBe(99);
    expect(percentOf({ asked: 3, through: 3 })).toBe(100);
    expect(percentOf({ asked: 0, through: 0 })).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Approval, lookedAtEachOther, NEAR } from '#app/belts/reciprocal.ts';

const gave = (by: string, of: string, at: number): Approval => ({ by, of, at });

describe('two who approved each other’s work', () => {
  it('are a pair within a year, whoever began', () => {
    expect(lookedAtEachOther([gave('a', 'b', 0), gave('b', 'a', NEAR)])).toEqual([
      { pair: ['a', 'b'], at: NEAR },
    ]);
    expect(lookedAtEachOther([gave('a', 'b', 0), gave('b', 'a', NEAR + 1)])).toEqual([]);
    expect(lookedAtEachOther([gave('a', 'b', 5), gave('a', 'b', 6), gave('c', 'a', 7)])).toEqual([]);
  });

  it('are told once, by the last time they became one, the newest pair first', () => {
    const told = lookedAtEachOther([
      gave('b', 'a', 3),
      gave('a', 'b', 1),
      gave('a', 'b', 9),
      gave('c', 'd', 20),
      gave('d', 'c', 10),
    ]);
    expect(told).toEqual([
      { pair: ['c', 'd'], at: 20 },
      { pair: ['a', 'b'], at: 9 },
    ]);
  });

  it('are found in whatever order their approvals are read, and exactly when one lies near another', () => {
    const person = fc.constantFrom('a', 'b', 'c');
    const approval = fc
      .record({ by: person, of: person, at: fc.integer({ min: 0, max: 4 }).map((n) => (n * NEAR) / 2) })
      .filter(({ by, of }) => by !== of);
    fc.assert(
      fc.property(fc.array(approval, { maxLength: 8 }), (approvals) => {
        const told = lookedAtEachOther(approvals);
        expect(lookedAtEachOther([...approvals].reverse())).toEqual(told);
        for (const [one, other] of [
          ['a', 'b'],
          ['a', 'c'],
          ['b', 'c'],
        ]) {
          const isPair = approvals.some(
            (x) =>
              x.by === one &&
              x.of === other &&
              approvals.some((y) => y.by === other && y.of === one && Math.abs(x.at - y.at) <= NEAR),
          );
          expect(told.some(({ pair }) => pair[0] === one && pair[1] === other)).toBe(isPair);
        }
      }),
    );
  });
});

/** By the rules as they are shipped, what three people can do among themselves is not worth a tenth of an honest year. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { recognitionRules } from '#app/recognition/rules.server.ts';

import { honestUnits, selfishDeed, selfishUnits } from './farm-years.ts';

const rules = recognitionRules();
const AIM = 0.1;
const best = (of: typeof rules, runs = 1500) => {
  let most = 0;
  fc.assert(
    fc.property(fc.array(selfishDeed, { minLength: 30, maxLength: 200 }), (deeds) => {
      most = Math.max(most, selfishUnits(deeds, 2, of));
    }),
    { numRuns: runs, seed: 20_260_304 },
  );
  return most;
};

describe('a selfish year', () => {
  it('with two colluders is never worth a tenth of an honest one', () => {
    const honest = honestUnits(rules);
    fc.assert(
      fc.property(fc.array(selfishDeed, { maxLength: 200 }), (deeds) => {
        expect(selfishUnits(deeds, 2, rules)).toBeLessThanOrEqual(honest * AIM);
      }),
      { numRuns: 1500 },
    );
  });

  it('would be, if the same colleague could vouch again and again', () => {
    const loose = rules.map(({ vouched: _, ...rule }) => rule);
    expect(best(loose, 200)).toBeGreaterThan(honestUnits(loose) * AIM);
  });

  it('would be, if seasons and years had no end to what they count', () => {
    const loose = rules.map((rule) => ({ ...rule, cap: { ...rule.cap, most: 50 } }));
    expect(best(loose, 200)).toBeGreaterThan(honestUnits(loose) * AIM);
  });

  it('is worth no more for being said to have happened long ago', () => {
    fc.assert(
      fc.property(fc.array(selfishDeed, { maxLength: 60 }), (deeds) => {
        const now = deeds.map((deed) => ({ ...deed, ago: 0 }));
        expect(selfishUnits(deeds, 2, rules)).toBe(selfishUnits(now, 2, rules));
      }),
    );
  });
});

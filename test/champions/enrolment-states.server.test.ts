import fc from 'fast-check';
import { expect, it } from 'vitest';

import { states } from '#app/champions/enrolment.ts';

import { attempt, live } from './enrolment-world.ts';

it(
  'stands where it makes sense after whatever anybody tries, in whatever order',
  { timeout: 120_000 },
  async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 10, maxLength: 40 }), async (attempts) => {
        const seen = await live(attempts);
        expect(seen.faults).toEqual([]);
        for (const state of seen.states) reached.add(state);
      }),
      { numRuns: 20, seed: 4, endOnFailure: true },
    );
    expect([...reached].sort()).toEqual([...states].sort());
  },
);

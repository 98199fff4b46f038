import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Circumstances,
  isOngoing,
  isOpen,
  type Part,
  partOf,
  type Standing,
  states,
  steps,
  take,
} from '#app/belts/evidence.ts';

const around: Circumstances = {
  needed: { assessors: 2, attestations: 0 },
  named: 0,
  confirmed: 0,
  isAskedFor: true,
  kind: 'evidence',
  isSaid: true,
  until: null,
  now: 1000,
};
const draft: Standing = { state: 'draft', round: 0, approvedBy: [] };
const submitted: Standing = { state: 'submitted', round: 1, approvedBy: [] };
const ada = { id: 'ada', part: 'applicant' as const };
const ilka = { id: 'ilka', part: 'assessor' as const, round: 1 };
const jo = { id: 'jo', part: 'assessor' as const, round: 1 };

describe('evidence', () => {
  it('is approved by the second of two assessors', () => {
    const once = take('approved', submitted, ilka, around) as Standing;
    expect(once).toEqual({ ...submitted, approvedBy: ['ilka'] });
    expect(take('approved', once, ilka, around)).toEqual({ refused: 'already' });
    expect(take('approved', once, jo, around)).toMatchObject({ state: 'approved' });
  });

  it('begins a round with every submission, whose approvals begin from nothing', () => {
    const once = take('approved', submitted, ilka, around) as Standing;
    for (const taken of [take('returned', once, jo, around), take('recalled', once, ada, around)]) {
      const again = take('submitted', taken as Standing, ada, around);
      expect(again).toEqual({ state: 'submitted', round: 2, approvedBy: [] });
      expect(take('approved', again as Standing, ilka, around)).toEqual({ refused: 'changed' });
      expect(take('approved', again as Standing, { ...ilka, round: 2 }, around)).toMatchObject({ round: 2 });
    }
  });

  it.each([
    ['unsaid', { isSaid: false }],
    ['gone', { isAskedFor: false }],
    ['no-end', { kind: 'equivalent' }],
    ['over', { kind: 'equivalent', until: 1000 }],
    ['few-named', { needed: { assessors: 2, attestations: 2 }, named: 1 }],
  ] as const)('is not submitted when it is %s', (refused, different) => {
    expect(take('submitted', draft, ada, { ...around, ...different })).toEqual({ refused });
  });

  it.each([
    ['gone', { isAskedFor: false }],
    ['over', { kind: 'equivalent', until: 1000 }],
    ['unconfirmed', { needed: { assessors: 2, attestations: 2 }, named: 2, confirmed: 1 }],
  ] as const)('is not approved when it is %s', (refused, different) => {
    expect(take('approved', submitted, ilka, { ...around, ...different })).toEqual({ refused });
  });

  it('needs one assessor where the rules say so', () => {
    const needed = { assessors: 1, attestations: 0 };
    expect(take('approved', submitted, ilka, { ...around, needed })).toMatchObject({ state: 'approved' });
  });

  it('is its applicant’s alone while nobody has been shown it, and never an assessor’s when it is their own', () => {
    const anybody = { isApplicant: false, isAssessor: true, isAsked: true };
    expect(states.map((state) => partOf({ state }, anybody))).toEqual([
      null,
      'assessor',
      'assessor',
      'assessor',
      null,
    ]);
    const asked = { ...anybody, isAssessor: false };
    expect(states.map((state) => partOf({ state }, asked))).toEqual([
      null,
      'attester',
      'attester',
      null,
      null,
    ]);
    for (const state of states)
      expect(partOf({ state }, { ...anybody, isApplicant: true })).toBe('applicant');
  });
});

const people = ['ada', 'bo', 'cy', 'di'];
const attempts = fc.array(
  fc.record({
    step: fc.constantFrom(...steps.filter((step) => step !== 'begun')),
    who: fc.constantFrom(...people),
    /** the page they were looking at may be an old one */
    behind: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat({ max: 2 })),
    confirmed: fc.nat({ max: 3 }),
    named: fc.nat({ max: 3 }),
    isAttester: fc.boolean(),
  }),
  { maxLength: 60 },
);

describe('whatever anybody tries in whatever order', () => {
  it('is approved only by as many as are needed, each once, none the applicant, of the words submitted last', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 3 }), fc.nat({ max: 2 }), (tries, assessors, needs) => {
        let now = draft;
        /** kept beside it: who approved since the last submission */
        let approvals: string[] = [];
        for (const { step, who, behind, confirmed, named, isAttester } of tries) {
          const part: Part = who === 'ada' ? 'applicant' : isAttester ? 'attester' : 'assessor';
          const needed = { assessors, attestations: needs };
          const before = now;
          const after = take(
            step,
            before,
            { id: who, part, round: before.round - behind },
            { ...around, needed, confirmed, named },
          );
          if ('refused' in after) continue;
          now = after;
          expect(part).not.toBe('attester');
          expect(before.state).not.toBe('approved');
          if (step === 'approved') {
            approvals.push(who);
            expect([part, behind, before.state]).toEqual(['assessor', 0, 'submitted']);
            expect(confirmed).toBeGreaterThanOrEqual(needs);
          } else if (step !== 'commented') approvals = [];
          expect(new Set(approvals).size).toBe(approvals.length);
          expect(now.approvedBy).toEqual(approvals);
          expect(now.state === 'approved').toBe(step === 'approved' && approvals.length === assessors);
          if (step === 'submitted') expect([part, now.round]).toEqual(['applicant', before.round + 1]);
          else expect(now.round).toBe(before.round);
          expect(isOpen(now.state) && !isOngoing(now.state)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

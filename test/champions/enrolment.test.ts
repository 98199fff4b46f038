import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  isOngoing,
  type Part,
  possible,
  RETURN_WITHIN,
  type Standing,
  type State,
  states,
  type Step,
  steps,
  take,
  UNDO_WITHIN,
} from '#app/champions/enrolment.ts';
import { partOf } from '#app/champions/part.ts';
import { day, now } from '#test/support/clock.ts';

import { faultsOf } from './enrolment-faults.ts';

const parts: (Part | null)[] = ['person', 'manager', 'buddy', 'organiser', 'house', null];
const applied: Standing = {
  state: 'applied',
  hoursPerMonth: null,
  appliedAt: now,
  agreedAt: null,
  activeAt: null,
  renewedAt: null,
  endedAt: null,
};
type Taken = [Step, Part, number?];
const way = (...taken: Taken[]): Standing =>
  taken.reduce<Standing>((standing, [step, part, at = 0]) => {
    const after = take(step, standing, part, now + at, { hoursPerMonth: 35, ready: true });
    if ('refused' in after) throw new Error(`${step}: ${after.refused}`);
    return after;
  }, applied);
const agreed: Taken = ['agreed', 'manager'];
const started: Taken = ['started', 'person', day];

describe('the way of a volunteer', () => {
  it('goes from the application by the agreement and the onboarding to being active', () => {
    expect(way(agreed)).toMatchObject({ state: 'onboarding', hoursPerMonth: 35, agreedAt: now });
    expect(way(agreed, started)).toMatchObject({ state: 'active', activeAt: now + day });
    expect(way(agreed, started, ['stepped-down', 'person', 2 * day])).toMatchObject({
      state: 'stepped-down',
      endedAt: now + 2 * day,
    });
  });

  const standings: Record<State, Standing> = {
    applied,
    onboarding: way(agreed),
    active: way(agreed, started),
    declined: way(['declined', 'manager']),
    withdrawn: way(agreed, ['withdrawn', 'person']),
    'stepped-down': way(agreed, started, ['stepped-down', 'person', 2 * day]),
  };

  it.each<[State, Part, Step[]]>([
    ['applied', 'person', ['withdrawn']],
    ['applied', 'manager', ['agreed', 'declined']],
    ['onboarding', 'person', ['withdrawn', 'started']],
    ['onboarding', 'manager', ['hours-changed', 'agreement-undone']],
    ['active', 'person', ['start-undone', 'stepped-down']],
    ['active', 'manager', ['hours-changed']],
    ['declined', 'manager', ['decline-undone']],
    ['declined', 'person', []],
    ['withdrawn', 'person', ['withdrawal-undone']],
    ['stepped-down', 'person', ['stepping-down-undone']],
    ['stepped-down', 'manager', []],
  ])('%s: the %s may take %j', (state, part, expected) => {
    expect(possible(standings[state], part, now + 2 * day)).toEqual(expected);
  });

  it('leaves nothing to organisers, buddies and strangers, and to the house only to end it', () => {
    for (const state of states) {
      for (const part of ['organiser', 'buddy', null] as const)
        expect(possible(standings[state], part, now)).toEqual([]);
      expect(possible(standings[state], 'house', now)).toEqual(isOngoing(state) ? ['left'] : []);
    }
  });

  it('takes a step back only for a while, to where it was', () => {
    const declined = standings.declined;
    expect(take('decline-undone', declined, 'manager', now + UNDO_WITHIN)).toEqual(applied);
    expect(take('decline-undone', declined, 'manager', now + UNDO_WITHIN + 1)).toEqual({
      refused: 'too-late',
    });
    expect(take('agreement-undone', standings.onboarding, 'manager', now)).toEqual(applied);
    expect(take('withdrawal-undone', standings.withdrawn, 'person', now)).toEqual(standings.onboarding);
    const back = now + 2 * day + RETURN_WITHIN;
    expect(take('stepping-down-undone', standings['stepped-down'], 'person', back)).toEqual(standings.active);
    expect(take('stepping-down-undone', standings['stepped-down'], 'person', back + 1)).toEqual({
      refused: 'too-late',
    });
  });

  it.each([undefined, 0, 7, 161, 8.5, -35, Number.NaN])('agrees no %s hours', (hoursPerMonth) => {
    expect(take('agreed', applied, 'manager', now, { hoursPerMonth })).toEqual({ refused: 'too-few-hours' });
    expect(take('hours-changed', standings.active, 'manager', now, { hoursPerMonth })).toEqual({
      refused: 'too-few-hours',
    });
  });

  it('does not begin before it is ready, nor go on in a squad that was archived, which one can always leave', () => {
    expect(take('started', standings.onboarding, 'person', now)).toEqual({ refused: 'not-ready' });
    const archived = { hoursPerMonth: 35, ready: true, squadArchived: true };
    expect(take('agreed', applied, 'manager', now, archived)).toEqual({ refused: 'squad-archived' });
    expect(take('started', standings.onboarding, 'person', now, archived)).toEqual({
      refused: 'squad-archived',
    });
    expect(take('withdrawn', applied, 'person', now, archived)).toMatchObject({ state: 'withdrawn' });
    expect(take('stepped-down', standings.active, 'person', now, archived)).toMatchObject({
      state: 'stepped-down',
    });
  });
});

it('makes whoever applied the person and nothing else, whatever else they are', () => {
  const enrolment = { personId: 'nina', buddyId: 'bo', managerIds: ['nina', 'max'] };
  expect(partOf(enrolment, { id: 'nina', isOrganiser: true })).toBe('person');
  expect(partOf({ ...enrolment, buddyId: 'max' }, { id: 'max', isOrganiser: true })).toBe('manager');
  expect(partOf(enrolment, { id: 'olga', isOrganiser: true })).toBe('organiser');
  expect(partOf(enrolment, { id: 'bo', isOrganiser: false })).toBe('buddy');
  expect(partOf(enrolment, { id: 'tom', isOrganiser: false })).toBeNull();
});

describe('whatever is tried, in whatever order, by whomever', () => {
  const attempt = fc.record({
    step: fc.constantFrom(...steps),
    part: fc.constantFrom(...parts),
    after: fc.nat({ max: 500 * day }),
    hoursPerMonth: fc.option(fc.integer({ min: -1, max: 200 }), { nil: undefined }),
    ready: fc.boolean(),
    squadArchived: fc.boolean(),
  });
  // Likely steps, so that what lies far along the way is reached too.
  const likely = fc
    .constantFrom<Taken>(agreed, started, ['stepped-down', 'person'], ['stepping-down-undone', 'person'])
    .map(([step, part]) => ({
      step,
      part,
      after: 1000,
      hoursPerMonth: 35,
      ready: true,
      squadArchived: false,
    }));

  it('is always somewhere that makes sense, and never active without an agreement or by another’s hand', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(attempt, likely), { maxLength: 40 }), (attempts) => {
        let standing = applied;
        let at = now;
        for (const { step, part, after, ...given } of attempts) {
          at += after;
          const outcome = take(step, standing, part, at, given);
          if ('refused' in outcome) continue;
          expect(faultsOf(outcome)).toEqual([]);
          if (outcome.state === 'active' && standing.state !== 'active') expect(part).toBe('person');
          if (outcome.hoursPerMonth !== null && outcome.hoursPerMonth !== standing.hoursPerMonth)
            expect(part).toBe('manager');
          standing = outcome;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

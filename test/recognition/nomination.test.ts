import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type Circumstances,
  decide,
  mayBeTakenBack,
  partOf,
  refusalOf,
  type State,
  states,
} from '#app/recognition/nomination.ts';
import { YEAR } from '#app/recognition/season.ts';
import { day, hour, now } from '#test/support/clock.ts';

const yes = (byId: string) => ({ byId, vote: 'yes' as const });
const no = (byId: string) => ({ byId, vote: 'no' as const });

describe('two decide', () => {
  it.each([
    ['nobody', [], 'open'],
    ['one yes', [yes('ines')], 'open'],
    ['two yes', [yes('ines'), yes('tom')], 'given'],
    ['two no', [no('ines'), no('tom')], 'declined'],
    ['one each', [yes('ines'), no('tom')], 'open'],
    ['one each and a third yes', [yes('ines'), no('tom'), yes('wei')], 'given'],
    ['one each and a third no', [yes('ines'), no('tom'), no('wei')], 'declined'],
    ['the same person twice', [yes('ines'), yes('ines')], 'open'],
    ['the same person, thinking otherwise', [yes('ines'), no('ines'), no('tom')], 'open'],
  ])('%s', (_, votes, state) => expect(decide(votes)).toBe(state));

  const votes = fc.array(
    fc.record({ byId: fc.constantFrom('a', 'b', 'c', 'd'), vote: fc.constantFrom('yes', 'no') }),
  );
  it('never on the word of one, and never later than with three', () => {
    fc.assert(
      fc.property(votes, (said) => {
        const people = new Set(said.map(({ byId }) => byId)).size;
        const state = decide(said);
        if (people < 2) expect(state).toBe('open');
        if (people >= 3) expect(state).not.toBe('open');
      }),
    );
  });
});

describe('somebody is put forward', () => {
  const around: Circumstances = {
    award: { how: 'nominated', retiredAt: null },
    isOneself: false,
    isHere: true,
    others: [],
    open: 0,
    now,
  };
  const given = (decidedAt: number) => ({ others: [{ state: 'given' as const, decidedAt }] });
  it.each<[string, Partial<Circumstances>, string | null]>([
    ['a colleague', {}, null],
    ['for what is no award', { award: null }, 'no-award'],
    ['for what a rule gives', { award: { how: 'by-rule', retiredAt: null } }, 'by-rule'],
    ['for what is not given any more', { award: { how: 'nominated', retiredAt: now } }, 'retired'],
    ['oneself', { isOneself: true }, 'oneself'],
    ['who has left', { isHere: false }, 'nobody'],
    ['who is put forward already', { others: [{ state: 'open', decidedAt: null }] }, 'spoken-for'],
    ['who was given it eleven months ago', given(now - 330 * day), 'spoken-for'],
    ['who was given it a year of 366 days ago, but for an hour', given(now - 366 * day + hour), 'spoken-for'],
    ['who was given it more than a year ago', given(now - YEAR), null],
    ['who was not given it', { others: [{ state: 'declined', decidedAt: now }] }, null],
    ['the third at once', { open: 2 }, null],
    ['the fourth at once', { open: 3 }, 'too-many'],
  ])('%s', (_, changed, refused) => expect(refusalOf({ ...around, ...changed })).toBe(refused));

  it('is refused alike whether another waits or was given', () => {
    expect(refusalOf({ ...around, others: [{ state: 'open', decidedAt: null }] })).toBe(
      refusalOf({ ...around, ...given(now - day) }),
    );
  });
});

describe('who sees it', () => {
  const nomination = (state: State) => ({ state, personId: 'noor', byId: 'jonas' });
  const who = fc.record({
    id: fc.constantFrom('noor', 'jonas', 'ines'),
    isDecider: fc.boolean(),
    tie: fc.constantFrom(null, 'manages', 'reports', 'owes'),
    hasVoted: fc.boolean(),
  });
  it('whoever it is for sees it when it was given, and never before or otherwise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), who, (state, anybody) => {
        const part = partOf(nomination(state), { ...anybody, id: 'noor' });
        expect(part).toBe(state === 'given' ? 'nominee' : null);
      }),
    );
  });
  it('its nominator never decides, nor does who is close to whom it is for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), who, (state, anybody) => {
        const part = partOf(nomination(state), anybody);
        if (anybody.id === 'jonas') expect(part).toBe('nominator');
        if (anybody.tie !== null && !anybody.hasVoted) expect(part).not.toBe('decider');
        if (!anybody.isDecider && !anybody.hasVoted) expect(part).not.toBe('decider');
      }),
    );
  });
});

it('is taken back within a day, and only what was given', () => {
  expect(mayBeTakenBack({ state: 'given', decidedAt: now }, now + day - 1)).toBe(true);
  expect(mayBeTakenBack({ state: 'given', decidedAt: now }, now + day)).toBe(false);
  expect(mayBeTakenBack({ state: 'declined', decidedAt: now }, now)).toBe(false);
});

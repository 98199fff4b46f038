import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  dueAt,
  FAR_FUTURE,
  isDay,
  isOverdue,
  possible,
  type Refusal,
  type Standing,
  type State,
  states,
  type Step,
  steps,
  take,
} from '#app/action-items/action-item.ts';
import { type Severity, target } from '#app/action-items/severity.ts';
import { day, hour, now } from '#test/support/clock.ts';

const item = (state: State, change: Partial<Standing> = {}): Standing => ({
  state,
  ownerId: 'amara',
  completedBy: null,
  ...change,
});

describe('a step', () => {
  const leads: Record<Step, Partial<Record<State, State>>> = {
    accepted: { imported: 'open' },
    completed: { imported: 'done', open: 'done' },
    verified: { done: 'verified' },
    reopened: { done: 'open', verified: 'open', dropped: 'open' },
    dropped: { imported: 'dropped', open: 'dropped' },
  };
  it.each(steps)('%s leads on from where it may be taken, and from nowhere else', (step) => {
    for (const state of states)
      expect(take(step, item(state), 'nina', 'A note.')).toEqual(
        leads[step][state] ?? { refused: 'not-now' },
      );
  });

  it.each<[string, Step, Standing, string, string, Refusal]>([
    ['a fix by its owner', 'verified', item('done'), 'amara', 'It works.', 'own-fix'],
    [
      'a fix by who completed it',
      'verified',
      item('done', { completedBy: 'jonas' }),
      'jonas',
      'It works.',
      'own-fix',
    ],
    ['a fix without evidence', 'verified', item('done'), 'nina', '', 'no-evidence'],
    ['being dropped without a reason', 'dropped', item('open'), 'amara', '', 'no-reason'],
  ])('refuses %s', (_, step, standing, by, note, refused) => {
    expect(take(step, standing, by, note)).toEqual({ refused });
  });

  it('lets its owner do everything but verify', () => {
    expect(take('completed', item('open'), 'amara', '')).toBe('done');
    expect(take('dropped', item('open'), 'amara', 'Made superfluous by a rewrite.')).toBe('dropped');
    expect(take('reopened', item('verified'), 'amara', '')).toBe('open');
  });

  it('is verified by anybody else, also where nobody owns it', () => {
    expect(take('verified', item('done', { ownerId: null }), 'nina', 'It works.')).toBe('verified');
  });
});

it('offers a person what they could take', () => {
  expect(possible(item('imported'), 'nina')).toEqual(['accepted', 'completed', 'dropped']);
  expect(possible(item('open'), 'nina')).toEqual(['completed', 'dropped']);
  expect(possible(item('done'), 'nina')).toEqual(['verified', 'reopened']);
  expect(possible(item('done'), 'amara')).toEqual(['reopened']);
  expect(possible(item('verified'), 'nina')).toEqual(['reopened']);
  expect(possible(item('dropped'), 'nina')).toEqual(['reopened']);
});

describe('due', () => {
  const due = (change: Partial<Parameters<typeof dueAt>[0]>) =>
    dueAt({ clockFrom: now, dueOn: null, severity: null, ...change });

  it.each<[Severity, number]>([
    [1, 24 * hour],
    [2, 7 * day],
    [3, 30 * day],
    [4, 90 * day],
  ])('by the policy for severity %d', (severity, within) => {
    expect(due({ severity })).toBe(now + within);
    expect(target[severity]).toBe(within);
  });
  it('never where neither policy nor people say', () => {
    expect(due({})).toBeNull();
    expect(due({ severity: 5 })).toBeNull();
  });
  it('at the end of the day agreed on, whatever the policy says', () => {
    const end = Date.UTC(2026, 2, 10, 23, 59, 59, 999);
    expect(due({ dueOn: '2026-03-10' })).toBe(end);
    expect(due({ dueOn: '2026-03-10', severity: 1 })).toBe(end);
  });
  it('not while no clock runs', () => {
    expect(due({ clockFrom: null, severity: 1, dueOn: '2026-03-10' })).toBeNull();
  });
  it('always before what has no date', () => {
    expect(due({ dueOn: '9999-12-31' })).toBeLessThan(FAR_FUTURE);
  });
});

it('is overdue while it is open and its time has passed', () => {
  expect(isOverdue({ state: 'open', dueAt: now - 1 }, now)).toBe(true);
  expect(isOverdue({ state: 'open', dueAt: now }, now)).toBe(false);
  expect(isOverdue({ state: 'open', dueAt: null }, now)).toBe(false);
  for (const state of states.filter((one) => one !== 'open'))
    expect(isOverdue({ state, dueAt: now - 1 }, now)).toBe(false);
});

describe('a day', () => {
  it('is every day of the calendar', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(days, (date) => isDay(date.toISOString().slice(0, 10))));
    expect(isDay('2024-02-29')).toBe(true);
  });
  it.each([
    '',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '01-01-2026',
    '2026-03-04T09:30',
    '2026-03-04 ',
    '0026-03-04',
    'soon',
  ])('is not "%s"', (text) => expect(isDay(text)).toBe(false));
});

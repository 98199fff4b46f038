import { describe, expect, it } from 'vitest';

import { keyOf } from '#app/recognition/award-form.ts';
import { entitling, nameOf, notYet, readRewards } from '#app/recognition/reward.ts';
import { take } from '#app/recognition/reward-request.ts';

const known = { award: new Set(['bug-hunter']), achievement: new Set(['first-steps']) };
const mug = { key: 'mug', name: 'Mug', about: 'Holds tea.', ships: true, for: ['award'], aYear: 1 };
const file = (...rewards: object[]) => JSON.stringify({ rewards }, null, 1);

describe('the catalogue', () => {
  it('is read', () => {
    expect(readRewards(file(mug), known)).toEqual({ rewards: [{ ...mug, sizes: [] }] });
  });
  it.each([
    ['a second of the same key', file(mug, mug), /second reward/],
    ['a size twice', file({ ...mug, sizes: ['S', 'S'] }), /size twice/],
    ['an award that there is not', file({ ...mug, for: ['award:nothing'] }), /there is no award/],
    ['points', file({ ...mug, for: ['points'] }), /Write "award"/],
    ['nothing', file({ ...mug, for: [] }), /./],
    ['what is no JSON', '{', /not JSON/],
  ])('says the line of %s', (_, text, words) => {
    const read = readRewards(text, known);
    const [fault] = 'faults' in read ? read.faults : [];
    expect(fault?.text).toMatch(words);
    expect(fault?.line).toBeGreaterThan(0);
  });
  it('opens although an award is gone', () => {
    expect(readRewards(file({ ...mug, for: ['award:nothing'] }), null)).toHaveProperty('rewards');
  });
});

const given = (gives: string, what: string) => ({
  rule: 'r',
  personId: 'noor',
  fact: { room: 'recognition', sourceId: what },
  gives,
  what,
});

it('goes with what it is for, each once', () => {
  const hunter = given('award', 'bug-hunter');
  const all = [
    hunter,
    given('award', 'mentor'),
    given('achievement', 'first-steps'),
    given('points', '2026-01'),
  ];
  expect(entitling({ for: ['award'] }, all, new Set())).toHaveLength(2);
  expect(entitling({ for: ['award:bug-hunter'] }, all, new Set())).toEqual([hunter]);
  expect(entitling({ for: ['award:bug-hunter'] }, all, new Set([nameOf(hunter)]))).toEqual([]);
  expect(entitling({ for: ['award', 'achievement'] }, all, new Set())).toHaveLength(3);
});

it('says why not yet', () => {
  const around = { entitling: 1, thisYear: 0, aYear: 1, left: 1 };
  expect(notYet(around)).toBeNull();
  expect(notYet({ ...around, entitling: 0 })).toBe('nothing-for-it');
  expect(notYet({ ...around, thisYear: 1 })).toBe('enough-this-year');
  expect(notYet({ ...around, left: 0 })).toBe('none-left');
});

describe('a step', () => {
  const organiser = { part: 'organiser' as const, isHere: true, isGranted: true };
  const person = { ...organiser, part: 'person' as const };
  it('is its person’s to withdraw and an organiser’s to approve, never the other way round', () => {
    expect(take('withdrawn', 'approved', person)).toEqual({ state: 'withdrawn' });
    expect(take('withdrawn', 'requested', organiser)).toEqual({ refused: 'not-yours' });
    for (const step of ['approved', 'reopened', 'shipped', 'declined'] as const)
      expect(take(step, 'approved', person)).toEqual({ refused: 'not-yours' });
  });
  it('leads from approval to the post, and nowhere from there', () => {
    expect(take('shipped', 'requested', organiser)).toEqual({ refused: 'not-now' });
    expect(take('shipped', 'approved', organiser)).toEqual({ state: 'shipped' });
    for (const step of ['approved', 'reopened', 'shipped', 'declined'] as const)
      expect(take(step, 'shipped', organiser)).toEqual({ refused: 'not-now' });
  });
  it('is none for what does not stand any more, or for who has left, but to end it', () => {
    expect(take('approved', 'requested', { ...organiser, isGranted: false })).toEqual({
      refused: 'ungranted',
    });
    expect(take('shipped', 'approved', { ...organiser, isHere: false })).toEqual({ refused: 'left' });
    expect(take('declined', 'approved', { ...organiser, isGranted: false })).toEqual({ state: 'declined' });
    expect(take('withdrawn', 'approved', { ...organiser, isHere: false })).toEqual({ state: 'withdrawn' });
  });
});

it.each([
  ['Calm in a storm', 'calm-in-a-storm'],
  ['Überblick & Mut', 'uberblick-mut'],
  ['2nd wind', 'nd-wind'],
  ['事後', 'award'],
  ['x'.repeat(60), 'x'.repeat(36)],
])('%s is called %s', (name, key) => expect(keyOf(name)).toBe(key));

import { describe, expect, it } from 'vitest';

import { dayWords } from '#app/belts/day-words.ts';
import { cardWords } from '#app/belts/card-words.ts';
import type { BeltState } from '#app/belts/belt-state.ts';

const until = Date.UTC(2026, 11, 22, 12);
const lapsesAt = Date.UTC(2027, 0, 5, 12);
const said = (state: BeltState, held: string | null = 'White belt') => {
  const { title, line } = cardWords(
    { name: 'White belt', state, until, lapsesAt, met: 1, asked: 2 },
    { held, zone: 'Europe/Oslo' },
  );
  return `${title} / ${line}`;
};

describe('the card of the belt somebody works on', () => {
  it('counts the steps of one that is not held yet', () => {
    expect(said('not-yet', null)).toBe('Your way to the White belt / 1 of 2 steps done.');
  });

  it('says of one that is held until when it is to be renewed, and counts nothing as undone', () => {
    expect(said('due')).toContain('renew your White belt / It is yours until 22 Dec 2026.');
    expect(said('grace')).toContain('You still hold it. Renew it by 5 Jan 2027');
    for (const state of ['held', 'due', 'grace', 'lapsed'] as const)
      expect(said(state)).not.toMatch(/way to|steps done/);
  });

  it('blames nobody whose belt has lapsed', () => {
    expect(said('lapsed', null)).toContain('is resting / What you earned stays');
  });
});

it('says a day of the calendar as pages say days', () => {
  expect([dayWords('2026-03-04'), dayWords('2026-12-31')]).toEqual(['4 Mar 2026', '31 Dec 2026']);
});

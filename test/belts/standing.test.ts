import { describe, expect, it } from 'vitest';

import { standing } from '#app/belts/standing.ts';
import type { Fact } from '#app/facts/fact.ts';

import {
  approved,
  at,
  led,
  mentored,
  passed,
  read,
  rules,
  rulesOf,
  waived,
  white,
  written,
  zone,
} from './known.ts';

const on = (facts: Fact[], day: string, by = rules) => standing(facts, by, { now: at(day), zone });
const states = (facts: Fact[], day: string, by = rules) => on(facts, day, by).belts.map(({ state }) => state);
const whiteOn = (facts: Fact[], day: string, by = rules) => on(facts, day, by).belts[0]!;
const first = (facts: Fact[], day: string, by = rules) => whiteOn(facts, day, by).requirements[0]!;

const MARCH = at('2026-03-04T09:30');

it('begins with nothing, and says what to do first', () => {
  const { belts, highest } = on([], '2026-03-04');
  expect(highest).toBeNull();
  expect(belts.map(({ state, changesAt, restsOn }) => [state, changesAt, restsOn])).toEqual([
    ['not-yet', null, []],
    ['not-yet', null, ['white']],
    ['not-yet', null, ['white', 'green']],
  ]);
  expect(belts.flatMap(({ requirements }) => requirements.map(({ next }) => next))).toEqual([
    { do: 'read', module: 'white/01' },
    { do: 'read', module: 'white/02' },
    { do: 'show', requirement: 'green/scan' },
    { do: 'lead' },
    { do: 'mentor', belt: 'white' },
  ]);
});

describe('a module', () => {
  it('asks for the questions once its lesson is read, and for the lesson where only they were passed', () => {
    expect(first([read('white/01', MARCH)], '2026-03-05')).toMatchObject({
      state: 'missing',
      next: { do: 'pass', module: 'white/01' },
    });
    expect(first([passed('white/01', MARCH)], '2026-03-05')).toMatchObject({
      state: 'missing',
      next: { do: 'read', module: 'white/01' },
    });
  });

  it('is met from when both are done, for a year after the pass', () => {
    const facts = [passed('white/01', MARCH), read('white/01', at('2026-05-01'))];
    expect(first(facts, '2026-06-01')).toMatchObject({
      state: 'met',
      from: at('2026-05-01'),
      until: at('2027-03-04T09:30'),
      next: null,
    });
  });

  it('counts the first pass of a period, and no other before renewal is due', () => {
    const facts = [...white(MARCH), passed('white/01', at('2026-12-01'))];
    expect(first(facts, '2026-12-02').until).toBe(at('2027-03-04T09:30'));
  });

  it('renews from where the period ends, when it is passed in the sixty days before', () => {
    const facts = [...white(MARCH), passed('white/01', at('2027-01-10'))];
    expect(first(facts, '2027-01-11')).toMatchObject({
      state: 'met',
      from: MARCH,
      until: at('2028-03-04T09:30'),
    });
  });

  it('renews once, however often it is passed while that is due', () => {
    const facts = [
      ...white(MARCH),
      passed('white/01', at('2027-01-10')),
      passed('white/01', at('2027-02-10')),
    ];
    expect(first(facts, '2027-02-11').until).toBe(at('2028-03-04T09:30'));
  });
});

describe('the white belt', () => {
  it.each([
    ['2026-03-04T09:29', 'not-yet'],
    ['2026-03-04T09:30', 'held'],
    ['2027-01-03T09:29', 'held'],
    ['2027-01-03T09:30', 'due'],
    ['2027-03-04T09:29', 'due'],
    ['2027-03-04T09:30', 'grace'],
    ['2027-03-18T09:29', 'grace'],
    ['2027-03-18T09:30', 'lapsed'],
  ])('at %s is %s', (day, state) => {
    expect(whiteOn(white(MARCH), day).state).toBe(state);
  });

  it('changes by time alone when its renewal becomes due', () => {
    expect(whiteOn(white(MARCH), '2026-03-05').changesAt).toBe(at('2027-01-03T09:30'));
    expect(whiteOn(white(MARCH), '2027-03-05')).toMatchObject({
      changesAt: at('2027-03-18T09:30'),
      lapsesAt: at('2027-03-18T09:30'),
    });
    expect(whiteOn(white(MARCH), '2028-01-01').changesAt).toBeNull();
  });

  it('is held without interruption by whoever renews in the days of grace, and not by whoever is later', () => {
    const again = (day: string) => [
      ...white(MARCH),
      passed('white/01', at(day)),
      passed('white/02', at(day)),
    ];
    expect(whiteOn(again('2027-03-10'), '2027-04-01')).toMatchObject({
      state: 'held',
      since: MARCH,
      until: at('2028-03-10'),
    });
    expect(whiteOn(again('2027-05-10'), '2027-06-01')).toMatchObject({
      state: 'held',
      since: at('2027-05-10'),
      earnedAt: MARCH,
    });
  });

  it('ends with the earliest of what it rests on', () => {
    const facts = [...white(MARCH), passed('white/01', at('2027-01-10'))];
    expect(whiteOn(facts, '2027-01-11')).toMatchObject({ state: 'due', until: at('2027-03-04T09:30') });
  });
});

describe('a belt rests on those before it', () => {
  const summer = at('2026-06-01');
  const facts = [...white(MARCH), approved(summer), led(summer), mentored(summer)];

  it('so that the highest is held with all below it', () => {
    expect(on(facts, '2026-06-02').highest).toBe('black');
    expect(states(facts, '2026-06-02')).toEqual(['held', 'held', 'held']);
  });

  it('and waits for the white one where that has lapsed', () => {
    const { belts, highest } = on(facts, '2027-04-01');
    expect(highest).toBeNull();
    expect(belts.map(({ state, restsOn }) => [state, restsOn])).toEqual([
      ['lapsed', []],
      ['lapsed', ['white']],
      ['lapsed', ['white', 'green']],
    ]);
    expect(belts[2]!.requirements.map(({ state }) => state)).toEqual(['met', 'met']);
  });

  it('and is no belt yet where nothing is below it', () => {
    expect(states([approved(summer)], '2026-06-02')).toEqual(['not-yet', 'not-yet', 'not-yet']);
  });
});

it('lets a waiver stand in for as long as it was given, without grace', () => {
  const facts = [...white(MARCH).slice(0, 2), waived('white/two', at('2026-03-10'), at('2026-09-01'))];
  expect(whiteOn(facts, '2026-03-11')).toMatchObject({ since: at('2026-03-10'), until: at('2026-09-01') });
  expect(whiteOn(facts, '2026-08-31').state).toBe('due');
  expect(whiteOn(facts, '2026-09-01').state).toBe('lapsed');
});

it('takes what was shown elsewhere until it ends there', () => {
  const facts = [...white(MARCH), approved(at('2026-04-01'), at('2026-10-01'))];
  expect(on(facts, '2026-05-01').belts[1]).toMatchObject({ state: 'held', until: at('2026-10-01') });
  expect(on(facts, '2026-10-05').belts[1]).toMatchObject({ state: 'grace' });
  expect(on(facts, '2026-10-16').belts[1]).toMatchObject({ state: 'lapsed', until: at('2026-10-15') });
  expect(
    on([approved(at('2026-10-20'), at('2026-10-01'))], '2026-10-21').belts[1]!.requirements[0]!.state,
  ).toBe('missing');
});

it('lets a session that is written down late take nothing away', () => {
  const may = led(at('2026-05-01'));
  const last = (facts: Fact[]) => on(facts, '2026-06-01').belts[2]!.requirements[0]!;
  expect(last([may, led(at('2026-03-01'))])).toMatchObject({
    from: at('2026-03-01'),
    until: at('2027-05-01'),
  });
});

describe('the calendar', () => {
  it('lets a year that begins on 29 February end on the 28th', () => {
    expect(first(white(at('2028-02-29T12:00')), '2028-03-01').until).toBe(at('2029-02-28T12:00'));
  });

  it('keeps the time of the day when the clocks change', () => {
    expect(whiteOn(white(at('2026-03-29T12:00')), '2026-04-01')).toMatchObject({
      until: at('2027-03-29T12:00'),
      changesAt: at('2027-01-28T12:00'),
    });
  });

  it('ends for everybody on the same day where the rules say so', () => {
    const fixed = rulesOf({ ...written, validity: { from: '01-01' } });
    expect(first(white(MARCH), '2026-03-05', fixed).until).toBe(at('2027-01-01'));
    expect(first(white(at('2026-12-15')), '2026-12-16', fixed).until).toBe(at('2028-01-01'));
    const renewed = [...white(MARCH), passed('white/01', at('2026-11-20'))];
    expect(first(renewed, '2026-11-21', fixed).until).toBe(at('2028-01-01'));
  });

  it('never ends where the rules say so', () => {
    const forever = rulesOf({ ...written, validity: { ends: 'never' } });
    expect(whiteOn(white(MARCH), '2090-01-01', forever)).toMatchObject({
      state: 'held',
      until: null,
      changesAt: null,
      lapsesAt: null,
    });
  });
});

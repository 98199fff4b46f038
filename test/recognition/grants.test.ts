import { describe, expect, it } from 'vitest';

import type { Fact } from '#app/facts/fact.ts';
import { given, type Membership } from '#app/recognition/grants.ts';

import { approved, awarded, fact, fixed, led, mentored, passed, rule, rulesOf, written } from './known.ts';

const day = (text: string) => Date.parse(`${text}T12:00:00Z`);
const payments: Membership = { squadId: 'payments', from: day('2020-01-01'), until: null };
const to = (facts: Fact[], { rules = rulesOf(), memberships = [payments] } = {}) =>
  given(facts, { personId: 'mara', memberships }, { rules, zone: 'Europe/Berlin', seasonMonths: 3 });
const rulesIn = (...args: Parameters<typeof to>) => to(...args).map((one) => one.rule);

it('gives each thing once, within its cap', () => {
  expect(rulesIn([passed(day('2026-01-05')), passed(day('2026-06-05'))])).toEqual(['first']);
  const shown = [
    approved(day('2026-01-05')),
    approved(day('2027-01-05')),
    approved(day('2027-01-06'), 'green/talk'),
  ];
  expect(rulesIn(shown)).toEqual(['evidence', 'evidence']);
  const three = ['ada', 'ada', 'ben', 'cleo'].map((who, nth) => mentored(day(`2026-0${nth + 1}-05`), who));
  expect(rulesIn(three)).toEqual(['mentor', 'mentor-points', 'mentor-points']);
  expect(rulesIn([...three, mentored(day('2027-06-05'), 'ada')])).toEqual([
    'mentor',
    'mentor-points',
    'mentor-points',
    'mentor',
    'mentor-points',
  ]);
});

it('gives the award that was decided, each once a year', () => {
  const decided = [
    awarded(day('2026-02-01'), 'bug-hunter'),
    awarded(day('2026-03-01'), 'bug-hunter'),
    awarded(day('2026-03-02'), 'automation'),
  ];
  expect(to(decided).map(({ gives, what }) => [gives, what])).toEqual([
    ['award', 'bug-hunter'],
    ['award', 'automation'],
  ]);
});

it('counts seasons and years by the clocks here, and by when it was recorded', () => {
  // 23:30 UTC on New Year’s Eve is next year in Berlin.
  const eve = led(Date.parse('2025-12-31T23:30:00Z'), ['ada', 'ben']);
  const next = led(day('2026-03-31'), ['cleo', 'dov']);
  expect(to([eve, next]).map(({ rule, what }) => [rule, what])).toEqual([
    ['led', 'led'],
    ['led-points', '2026-01'],
  ]);
  expect(rulesIn([led(Date.parse('2025-12-31T22:30:00Z'), ['ada', 'ben']), next])).toHaveLength(4);
  const saidEarlier = { ...led(day('2026-02-01'), ['cleo', 'dov']), at: day('2025-02-01') };
  expect(rulesIn([eve, saidEarlier])).toHaveLength(2);
});

describe('the word of a colleague', () => {
  it('counts once a year for the same person, whatever it is about', () => {
    const session = led(day('2026-01-10'), ['ada', 'ben']);
    expect(rulesIn([session, fixed(day('2026-02-10'), ['ada'])])).toEqual(['led', 'led-points']);
    expect(rulesIn([session, fixed(day('2026-02-10'), ['cleo'])])).toEqual(['led', 'led-points', 'fixed']);
    expect(rulesIn([session, fixed(day('2027-01-05'), ['ada'])])).toEqual(['led', 'led-points']);
    expect(rulesIn([session, fixed(day('2027-01-12'), ['ada'])])).toEqual(['led', 'led-points', 'fixed']);
  });

  it('is not used up where nothing was given', () => {
    const three = ['ada', 'ben', 'cleo'].map((who, nth) => fixed(day(`2026-01-0${nth + 1}`), [who]));
    expect(rulesIn([...three, led(day('2026-04-01'), ['cleo', 'dov'])])).toEqual([
      'fixed',
      'fixed',
      'led',
      'led-points',
    ]);
  });

  it('is nothing when it is one’s own, or said twice', () => {
    expect(rulesIn([fixed(day('2026-01-10'), ['mara'])])).toEqual([]);
    expect(rulesIn([led(day('2026-01-10'), ['mara', 'ada'])])).toEqual([]);
    expect(rulesIn([led(day('2026-01-10'), ['ada', 'ada'])])).toEqual([]);
    expect(rulesIn([fixed(day('2026-01-10'), [])])).toEqual([]);
  });

  it('was not asked for in facts from before anybody kept it', () => {
    expect(rulesIn([led(day('2026-01-10'))])).toEqual(['led', 'led-points']);
  });
});

describe('points', () => {
  const passes = [approved(day('2026-05-05'))];
  it('go to the squad somebody had belonged to longest then, and nowhere without one', () => {
    const search = { squadId: 'search', from: day('2019-01-01'), until: day('2026-05-05') };
    const atlas = { squadId: 'atlas', from: payments.from, until: null };
    expect(to(passes, { memberships: [payments] })[0]).toMatchObject({
      squadId: 'payments',
      points: 4,
      what: '2026-04',
    });
    expect(to(passes, { memberships: [payments, search] })[0]!.squadId).toBe('payments');
    expect(to([approved(day('2026-05-04'))], { memberships: [payments, search] })[0]!.squadId).toBe('search');
    expect(to(passes, { memberships: [payments, atlas] })[0]!.squadId).toBe('atlas');
    expect(to(passes, { memberships: [] })).toEqual([]);
  });
});

describe('a rule', () => {
  const spoke = (when: string) => fact('presented', day(when), { meeting: 'm', item: when });
  const once = { most: 1, in: 'ever' };
  it('holds from its first day to its last', () => {
    const rules = rulesOf([
      rule(
        'x',
        'presented',
        { achievement: 'x' },
        { most: 9, in: 'ever' },
        { from: '2026-02-01', until: '2026-02-28' },
      ),
      ...written,
    ]);
    const said = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(spoke);
    expect(to(said, { rules }).map(({ factId }) => factId)).toEqual([said[1]!.id, said[2]!.id]);
  });

  it('that follows another takes nothing from anybody, and gives nothing twice', () => {
    const old = rule('x', 'presented', { points: 4 }, once);
    const before = to([spoke('2026-01-31')], { rules: rulesOf([old, ...written]) });
    const rules = rulesOf([
      { ...old, until: '2026-06-30' },
      rule('y', 'presented', { points: 1 }, once, { from: '2026-07-01', follows: 'x' }),
      ...written,
    ]);
    const both = [spoke('2026-01-31'), spoke('2026-08-01')];
    expect(to(both, { rules }).map(({ rule, points }) => [rule, points])).toEqual([['x', 4]]);
    expect(before).toMatchObject([{ rule: 'x', points: 4 }]);
    expect(to([both[1]!], { rules }).map(({ rule, points }) => [rule, points])).toEqual([['y', 1]]);
  });

  it('may go by what a fact is about', () => {
    const rules = rulesOf([
      rule(
        'x',
        'evidence-approved',
        { achievement: 'x' },
        { most: 9, in: 'ever' },
        { where: { belt: 'green' } },
      ),
      ...written,
    ]);
    expect(
      rulesIn([approved(day('2026-01-01'), 'black/x'), approved(day('2026-01-01'), 'green/scan')], {
        rules,
      }).filter((key) => key === 'x'),
    ).toHaveLength(1);
  });
});

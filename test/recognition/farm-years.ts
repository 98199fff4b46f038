/**
 * A year of recognition in units: one achievement or award that stands, one point that somebody's squad has through
 * them, or one colleague whose thanks others can see. Made of facts alone, as rules see them.
 */
import fc from 'fast-check';

import type { Details, Fact, FactKind } from '#app/facts/fact.ts';
import { type Given, given } from '#app/recognition/grants.ts';
import type { Rules } from '#app/recognition/rules.ts';
import { day } from '#test/support/clock.ts';

const NEW_YEAR = Date.UTC(2026, 0, 1);
const by = { zone: 'UTC', seasonMonths: 3 };
const person = (personId: string) => ({
  personId,
  memberships: [{ squadId: 'payments', from: NEW_YEAR - 400 * day, until: null }],
});

/** What a fact is, on which day of the year it is written down, and how many days ago it is said to have happened. */
type Deed = { [K in FactKind]: { kind: K; details: Details[K]; on: number; ago: number } }[FactKind];

const factsFrom = (deeds: readonly Deed[]): Fact[] =>
  deeds.map(({ kind, details, on, ago }, nth) => {
    const recordedAt = NEW_YEAR + on * day + nth;
    return {
      id: `fact-${String(nth).padStart(4, '0')}`,
      kind,
      details,
      at: recordedAt - ago * day,
      recordedAt,
    } as Fact;
  });

const unitsIn = (all: readonly Pick<Given, 'gives' | 'points'>[]): number =>
  all.reduce((sum, { gives, points }) => sum + (gives === 'points' ? points : 1), 0);

/** What somebody is given for what they did, by these rules, with so many colleagues whose thanks others can see. */
const unitsFor = (deeds: readonly Deed[], thankedBy: number, rules: Rules, personId: string): number =>
  unitsIn(given(factsFrom(deeds), person(personId), { ...by, rules })) + thankedBy;

const deed = <K extends FactKind>(kind: K, on: number, details: Details[K], ago = 0): Deed =>
  ({ kind, on, details, ago }) as Deed;
const passed = (on: number, module: string) =>
  deed('quiz-passed', on, { module, version: 'v', right: 8, asked: 8 });

/** An active champion's year at an ordinary pace; see docs/decisions/0045-a-farm-that-does-not-pay.md for each. */
const honestDeeds: readonly Deed[] = [
  passed(10, 'white/01-accounts-and-sign-ins'),
  passed(12, 'white/02-secrets-stay-out-of-code'),
  deed('evidence-approved', 80, { requirement: 'green/sast-scan', until: null }),
  deed('evidence-approved', 140, { requirement: 'green/owasp-explained', until: null }),
  ...[40, 130, 220, 310].map((on) => deed('presented', on, { meeting: `m${on}`, item: `i${on}` })),
  deed('session-led', 100, { activity: 'one', vouchers: ['ana', 'ben'] }),
  deed('session-led', 280, { activity: 'two', vouchers: ['cem', 'dua'] }),
  deed('mentored', 120, { personId: 'eva', belt: 'white' }),
  deed('mentored', 300, { personId: 'eva', belt: 'green' }),
  ...[50, 150, 240, 330].map((on) =>
    deed('fix-verified', on, { item: `f${on}`, vouchers: [`verifier-${on}`] }),
  ),
  deed('near-miss-reported', 200, { postmortem: 'p' }),
  deed('awarded', 250, { award: 'facilitator', nomination: 'n' }),
];
const HONESTLY_THANKED_BY = 15;

export const honestUnits = (rules: Rules): number =>
  unitsFor(honestDeeds, HONESTLY_THANKED_BY, rules, 'mara');

const colluder = fc.constantFrom('pat', 'sam');
const some = fc.uniqueArray(colluder, { minLength: 1 });
const on = fc.integer({ min: 0, max: 364 });
const ago = fc.integer({ min: 0, max: 1500 });
const at = <K extends FactKind>(kind: K, details: fc.Arbitrary<Details[K]>): fc.Arbitrary<Deed> =>
  fc
    .record({ on, ago, details })
    .map(({ on: day_, ago: before, details: all }) => deed(kind, day_, all, before));

/** What three people can bring about among themselves, of which one of them is to have the best. */
export const selfishDeed: fc.Arbitrary<Deed> = fc.oneof(
  at(
    'quiz-passed',
    fc.constantFrom('white/01', 'white/02', 'green/01', 'black/01').map((module) => ({
      module,
      version: 'v',
      right: 8,
      asked: 8,
    })),
  ),
  at('near-miss-reported', fc.record({ postmortem: fc.uuid() })),
  at('session-led', fc.record({ activity: fc.uuid(), vouchers: some })),
  at('fix-verified', fc.record({ item: fc.uuid(), vouchers: colluder.map((one) => [one]) })),
  at('mentored', fc.record({ personId: colluder, belt: fc.constant('white') })),
);

export const selfishUnits = (deeds: readonly Deed[], colluders: 0 | 2, rules: Rules): number =>
  unitsFor(deeds, colluders, rules, 'rex');

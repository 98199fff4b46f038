import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CoverageContent, coverageSchema } from '#app/champions/coverage-content.ts';
import { lacks, type Lack } from '#app/champions/coverage-lacks.ts';
import { fits, pageOf } from '#app/champions/coverage-filter.ts';
import { worstFirst } from '#app/champions/coverage-order.ts';
import { drawn } from '#app/champions/coverage-picture.ts';
import { byArea, policySum, summed } from '#app/champions/coverage-sums.ts';
import { covered, type SquadFacts, squadPolicies, type State, states } from '#app/champions/coverage.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 2, 10, 9);

const content = (change: object = {}): CoverageContent =>
  coverageSchema.parse({
    'per-squad': {},
    'per-developers': { developers: 8 },
    specialisms: [],
    ...change,
  });
const both = content();

const payments: SquadFacts = {
  id: 'payments',
  name: 'Payments',
  area: 'Money',
  criticality: 1,
  developers: 9,
  createdAt: now - 100 * DAY,
  champions: 0,
  withoutTime: 0,
  onboarding: 0,
  lastEndedAt: null,
  waivers: [],
};
const squad = (change: Partial<SquadFacts> = {}) => covered({ ...payments, ...change }, both, now);
const shortOf = (change: Partial<SquadFacts>, policies = both) =>
  Object.fromEntries(
    covered({ ...payments, ...change }, policies, now).standings.map(({ policy, short }) => [policy, short]),
  );

describe('a squad', () => {
  it('needs one champion, and one for every eight developers', () => {
    expect(shortOf({})).toEqual({ 'per-squad': 1, 'per-developers': 2 });
    expect(shortOf({ champions: 1 })).toEqual({ 'per-squad': 0, 'per-developers': 1 });
    expect(shortOf({ champions: 1, developers: 8 })).toEqual({ 'per-squad': 0, 'per-developers': 0 });
    expect([squad(), squad({ champions: 1 }), squad({ champions: 2 })].map(({ state }) => state)).toEqual([
      'without',
      'short',
      'covered',
    ]);
  });

  it('in which nobody develops needs none, and has no vacancy', () => {
    const { state, standings, vacancy } = squad({ developers: 0 });
    expect([state, standings, vacancy]).toEqual(['none-needed', [], null]);
  });

  it('is asked only what is switched on', () => {
    expect(shortOf({}, content({ 'per-squad': { on: false } }))).toEqual({ 'per-developers': 2 });
    expect(shortOf({}, content({ 'per-developers': { on: false, developers: 8 } }))).toEqual({
      'per-squad': 1,
    });
  });

  it('is vacant since its last champion stopped, else since it exists', () => {
    expect(squad().vacancy).toEqual({ since: now - 100 * DAY, days: 100 });
    const evening = now - 43.5 * DAY;
    expect(squad({ lastEndedAt: evening }).vacancy).toEqual({ since: evening, days: 44 });
    expect(squad({ lastEndedAt: now + 60_000 }).vacancy!.days).toBe(0);
    expect(squad({ champions: 1, lastEndedAt: now - DAY }).vacancy).toBeNull();
  });

  it('is let off until the waiver expires; leave to have nobody is leave to have too few', () => {
    const waived = (policy: string, expiresAt: number, champions = 0) =>
      squad({ champions, waivers: [{ policy, expiresAt }] });
    expect(waived('per-squad', now + DAY)).toMatchObject({ state: 'waived', waivedUntil: now + DAY });
    expect(waived('per-squad', now)).toMatchObject({ state: 'without', waivedUntil: null });
    expect(waived('per-developers', now + DAY).state).toBe('without');
    expect(waived('per-developers', now + DAY, 1).state).toBe('waived');
    expect(waived('per-squad', now + DAY, 2)).toMatchObject({ state: 'covered', waivedUntil: null });
  });

  it('names who would follow its champion', () => {
    const followed = (champions: number, onboarding: number) => squad({ champions, onboarding }).successor;
    expect([followed(0, 1), followed(1, 0), followed(1, 1), followed(2, 0)]).toEqual([
      null,
      'nobody',
      'onboarding',
      'champion',
    ]);
  });
});

it('puts a long vacancy in a critical squad first', () => {
  const named = (name: string, change: Partial<SquadFacts>) => squad({ id: name, name, ...change });
  const ended = (days: number) => ({ lastEndedAt: now - days * DAY });
  const ordered = worstFirst([
    named('covered', { champions: 2 }),
    named('waived', { waivers: [{ policy: 'per-squad', expiresAt: now + DAY }], ...ended(90) }),
    named('low, 30 days', { criticality: 4, ...ended(30) }),
    named('critical, 10 days', { criticality: 1, ...ended(10) }),
    named('nobody has said, 12 days', { criticality: null, ...ended(12) }),
    named('too few', { champions: 1, developers: 80 }),
    named('critical, today', { criticality: 1, ...ended(0) }),
  ]);
  expect(ordered.map(({ name }) => name)).toEqual([
    'critical, 10 days',
    'low, 30 days',
    'nobody has said, 12 days',
    'critical, today',
    'too few',
    'waived',
    'covered',
  ]);
});

const anySquad: fc.Arbitrary<SquadFacts> = fc
  .record({
    name: fc.string({ maxLength: 3 }),
    area: fc.constantFrom(null, 'Money', 'Parcels', '', 'No area'),
    criticality: fc.constantFrom(null, 1, 2, 3, 4),
    developers: fc.nat(40),
    createdAt: fc.integer({ min: now - 900 * DAY, max: now }),
    champions: fc.nat(6),
    onboarding: fc.nat(2),
    lastEndedAt: fc.option(fc.integer({ min: now - 900 * DAY, max: now })),
    waivers: fc.array(
      fc.record({
        policy: fc.constantFrom(...squadPolicies, 'one that is gone'),
        expiresAt: fc.integer({ min: now - 9 * DAY, max: now + 9 * DAY }),
      }),
      { maxLength: 3 },
    ),
  })
  .chain((facts) => fc.nat(facts.champions).map((withoutTime) => ({ id: '', ...facts, withoutTime })));
const anyPolicies = fc
  .record({ squad: fc.boolean(), ratio: fc.boolean(), developers: fc.integer({ min: 1, max: 30 }) })
  .map(({ squad: on, ratio, developers }) =>
    content({ 'per-squad': { on }, 'per-developers': { on: ratio, developers } }),
  );
const anySquads = fc
  .array(anySquad, { maxLength: 60 })
  .map((all) => all.map((facts, at) => covered({ ...facts, id: `s${at}` }, both, now)));
const goodness: State[] = states.filter((state) => state !== 'none-needed');

describe('for any squad', () => {
  it('what is short is what is asked less what is there, and another champion makes nothing worse', () => {
    fc.assert(
      fc.property(anySquad, anyPolicies, (facts, policies) => {
        const before = covered(facts, policies, now);
        const after = covered({ ...facts, champions: facts.champions + 1 }, policies, now);
        for (const [at, { needed, short, state }] of before.standings.entries()) {
          expect(short).toBe(Math.max(0, needed - facts.champions));
          expect(state === 'met').toBe(short === 0);
          expect(after.standings[at]!.short).toBeLessThanOrEqual(short);
        }
        expect(goodness.indexOf(after.state)).toBeGreaterThanOrEqual(goodness.indexOf(before.state));
        expect(before.vacancy === null).toBe(facts.champions > 0 || facts.developers === 0);
      }),
    );
  });

  it('a waiver that has expired changes nothing, and one that stands makes nothing worse', () => {
    fc.assert(
      fc.property(anySquad, fc.constantFrom(...squadPolicies), fc.nat(9 * DAY), (facts, policy, time) => {
        const withWaiver = (expiresAt: number) =>
          covered({ ...facts, waivers: [...facts.waivers, { policy, expiresAt }] }, both, now);
        const before = covered(facts, both, now);
        expect(withWaiver(now - time)).toEqual(before);
        expect(goodness.indexOf(withWaiver(now + 1 + time).state)).toBeGreaterThanOrEqual(
          goodness.indexOf(before.state),
        );
      }),
    );
  });
});

describe('for any squads', () => {
  it('the areas together are the whole, and each state is counted once', () => {
    fc.assert(
      fc.property(anySquads, (squads) => {
        const total = summed(squads);
        const areas = byArea(squads);
        for (const key of Object.keys(total) as (keyof typeof total)[])
          expect(areas.reduce((sum, area) => sum + area[key], 0)).toBe(total[key]);
        expect(states.reduce((sum, state) => sum + total[state], 0)).toBe(squads.length);
        for (const policy of squadPolicies) {
          const { asked, met, short, waived } = policySum(policy, squads);
          expect(met + short + waived).toBe(asked);
        }
      }),
    );
  });

  it('the order is the same from wherever it starts', () => {
    fc.assert(
      fc.property(anySquads, (squads) => {
        const ordered = worstFirst(squads);
        expect(worstFirst(squads.toReversed())).toEqual(ordered);
      }),
    );
  });

  it('the pages together are what fits, in order, once each', () => {
    const filter = fc.record({
      area: fc.constantFrom('', '-', 'Money', 'Parcels'),
      lack: fc.constantFrom<Lack | ''>('', ...(Object.keys(lacks) as Lack[])),
    });
    fc.assert(
      fc.property(fc.array(anySquads, { maxLength: 4 }), filter, (some, asked) => {
        const squads = some.flat().map((one, at) => ({ ...one, id: `s${at}` }));
        const seen: typeof squads = [];
        for (let after: string | null = null; ;) {
          const page = pageOf(squads, asked, after);
          expect(page.squads.length).toBeLessThanOrEqual(50);
          seen.push(...page.squads);
          after = page.next;
          if (after === null) break;
        }
        expect(seen).toEqual(squads.filter((one) => fits(one, asked)));
      }),
    );
  });

  it('a picture of squares shows every squad once, one of bars counts every squad once', () => {
    fc.assert(
      fc.property(anySquads, (squads) => {
        const { map } = drawn(squads, byArea(squads));
        expect(map!.flatMap((area) => area.squads.map(({ id }) => id)).sort()).toEqual(
          squads.map(({ id }) => id).sort(),
        );
        const many = Array.from({ length: 400 }, (_, at) => squad({ id: `s${at}`, area: `Area ${at % 70}` }));
        const { bars } = drawn([...many, ...squads], byArea([...many, ...squads]));
        expect(bars!.reduce((sum, bar) => sum + bar.squads, 0)).toBe(400 + squads.length);
        expect(bars!.length).toBe(41);
      }),
      { numRuns: 20 },
    );
  });
});

/** A requirement of so many meetings. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { type PathRequirement, requirementWords, whereNext } from '#app/belts/path.ts';
import { readRules, whatDecides } from '#app/belts/rules.ts';
import { standing } from '#app/belts/standing.ts';
import type { Fact } from '#app/facts/fact.ts';

import { at, attended, rulesOf, waived, written, zone } from './known.ts';

const asked = (times: number) => ({
  key: 'meetings',
  kind: 'activity',
  activity: 'attendance',
  times,
  words: 'Come to guild meetings',
  help: 'How.',
  lessons: [],
});
const [belt] = written.belts;
const rulesAsking = (requirement: object, others: object = {}) => ({
  ...written,
  ...others,
  belts: [{ ...belt!, requirements: [requirement] }],
});
const four = rulesOf(rulesAsking(asked(4)));
const on = (facts: Fact[], day: string, by = four) =>
  standing(facts, by, { now: at(day), zone }).belts[0]!.requirements[0]!;

/** The first Wednesdays of a year, from March on. */
const firstWednesdays = ['2026-03-04', '2026-04-01', '2026-05-06', '2026-06-03'].map((day) =>
  attended(at(`${day}T17:00`)),
);

describe('four meetings', () => {
  it('are met by the fourth within a year, and counted on the way', () => {
    expect(on([], '2026-03-05')).toMatchObject({
      state: 'missing',
      counted: { now: 0, times: 4 },
      next: { do: 'attend' },
    });
    expect(on(firstWednesdays, '2026-06-03')).toMatchObject({
      state: 'missing',
      counted: { now: 3, times: 4 },
    });
    expect(on(firstWednesdays, '2026-06-04')).toMatchObject({
      state: 'met',
      from: at('2026-06-03T17:00'),
      until: at('2027-03-04T17:00'),
      counted: { now: 4, times: 4 },
      next: null,
    });
  });

  it('are to be renewed as everything is: due ahead, days of grace, then lapsed with what counts still', () => {
    expect(on(firstWednesdays, '2027-01-10').state).toBe('due');
    expect(on(firstWednesdays, '2027-03-05').state).toBe('grace');
    expect(on(firstWednesdays, '2027-03-20')).toMatchObject({
      state: 'lapsed',
      counted: { now: 3, times: 4 },
    });
    const again = [...firstWednesdays, attended(at('2027-02-03T17:00'))];
    expect(on(again, '2027-03-20')).toMatchObject({
      state: 'due',
      from: at('2026-06-03T17:00'),
      until: at('2027-04-01T17:00'),
    });
  });

  it('do not add up over more than a year', () => {
    const spread = ['2026-03-04', '2026-08-05', '2027-01-06', '2027-06-02'].map((day) => attended(at(day)));
    expect(on(spread, '2027-06-03')).toMatchObject({ state: 'missing', counted: { now: 3, times: 4 } });
  });

  it('count by the fixed window, where there is one', () => {
    const by = rulesOf(rulesAsking(asked(4), { validity: { from: '01-01' } }));
    expect(on(firstWednesdays, '2026-06-04', by)).toMatchObject({ state: 'met', until: at('2027-01-01') });
  });

  it('can be waived like anything else', () => {
    const facts = [waived('white/meetings', at('2026-03-04'), at('2026-09-04'))];
    expect(on(facts, '2026-03-05')).toMatchObject({ state: 'met', until: at('2026-09-04') });
  });
});

it('says how far somebody is, and where to go', () => {
  const words = (state: PathRequirement['state'], now: number) =>
    requirementWords(
      {
        state,
        counted: { now, times: 4 },
        from: null,
        until: at('2027-03-04'),
        by: 'attended',
      } as PathRequirement,
      zone,
    );
  expect(words('missing', 3)).toContain('3 of 4 meetings');
  expect(words('lapsed', 2)).toContain('2 of 4 meetings');
  expect(whereNext({ next: { do: 'attend' }, underWay: null } as PathRequirement)?.to).toBe('/meetings');
});

describe('content/belts.json', () => {
  const faults = (requirement: object) => {
    const read = readRules(JSON.stringify(rulesAsking(requirement)), null);
    return 'faults' in read ? read.faults.map(({ text }) => text) : [];
  };

  it('says how many meetings, and nothing of meetings elsewhere', () => {
    expect(faults(asked(4))).toEqual([]);
    const { times: _, ...without } = asked(4);
    expect(faults(without)).toEqual([expect.stringContaining('"times"')]);
    expect(faults({ ...asked(4), activity: 'threat-modelling' })).toEqual([
      expect.stringContaining('"times"'),
    ]);
    expect(faults(asked(0))).not.toEqual([]);
  });

  it('derives everybody anew where it asks for more', () => {
    expect(whatDecides(rulesOf(rulesAsking(asked(5))))).not.toBe(whatDecides(four));
  });
});

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);
const moment = fc.integer({ min: 0, max: 4 * 365 * 24 }).map((hours) => START + (hours * DAY) / 24);
const meetings = fc.uniqueArray(moment, { maxLength: 20 }).map((all) => all.map(attended));

describe('attendance, always', () => {
  it('is met while so many meetings of the last year count, and is not otherwise', () => {
    fc.assert(
      fc.property(meetings, fc.integer({ min: 1, max: 5 }), moment, (facts, times, now) => {
        const by = rulesOf(rulesAsking(asked(times), { graceDays: 0 }));
        const is = standing(facts, by, { now, zone }).belts[0]!.requirements[0]!;
        const counting = facts.filter(
          (fact) =>
            fact.at <= now &&
            now <
              Temporal.Instant.fromEpochMilliseconds(fact.at).toZonedDateTimeISO(zone).add({ months: 12 })
                .epochMilliseconds,
        ).length;
        expect(['met', 'due'].includes(is.state)).toBe(counting >= times);
        expect(is.counted).toEqual({ now: counting, times });
      }),
    );
  });

  it('loses nothing by one meeting more, and everything it gains by it when that is undone', () => {
    fc.assert(
      fc.property(meetings, moment, fc.integer({ min: 1, max: 5 }), moment, (facts, another, times, now) => {
        const by = rulesOf(rulesAsking(asked(times)));
        const isMet = (of: Fact[]) =>
          ['met', 'due', 'grace'].includes(standing(of, by, { now, zone }).belts[0]!.requirements[0]!.state);
        if (isMet(facts)) expect(isMet([attended(another), ...facts])).toBe(true);
        else if (facts.length > 0) expect(isMet(facts.slice(1))).toBe(false);
      }),
    );
  });
});

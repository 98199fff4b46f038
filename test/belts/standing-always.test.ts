/** What holds of how somebody stands, whatever happened and whenever. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { isHeld } from '#app/belts/belt-state.ts';
import { type Standing, standing } from '#app/belts/standing.ts';
import type { Fact } from '#app/facts/fact.ts';

import { approved, led, mentored, passed, read, rules, rulesOf, waived, white, written } from './known.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const END = Date.UTC(2030, 0, 1);

const moment = fc.integer({ min: START / 60_000, max: END / 60_000 }).map((minutes) => minutes * 60_000);
const module = fc.constantFrom('white/01', 'white/02');
const requirement = fc.constantFrom('white/one', 'white/two', 'green/scan', 'black/led', 'black/mentor');
const span = fc.integer({ min: 1, max: 366 * DAY });
const deed: fc.Arbitrary<Fact> = fc.oneof(
  fc.tuple(module, moment).map(([what, when]) => read(what, when)),
  moment.map((when) => approved(when)),
  fc.tuple(moment, span).map(([when, long]) => approved(when, when + long)),
  moment.map((when) => led(when)),
  moment.map((when) => mentored(when)),
  fc.tuple(requirement, moment, span).map(([what, when, long]) => waived(what, when, when + long)),
);
const pass: fc.Arbitrary<Fact> = fc.tuple(module, moment).map(([what, when]) => passed(what, when));
/** Somebody who earned a belt or more, and whatever else happened. */
const earned = fc
  .tuple(moment, fc.integer({ min: 0, max: 3 }))
  .map(([from, far]) =>
    [white(from), [approved(from + DAY)], [led(from), mentored(from)]].slice(0, far).flat(),
  );
const facts = fc
  .tuple(fc.array(earned, { maxLength: 3 }), fc.array(fc.oneof(deed, pass), { maxLength: 16 }))
  .map(([some, others]) => [...some.flat(), ...others]);
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
);
const ruled = fc.constantFrom(
  rules,
  rulesOf({ ...written, validity: { from: '04-01' } }),
  rulesOf({ ...written, validity: { months: 3 }, graceDays: 0 }),
  rulesOf({ ...written, validity: { ends: 'never' } }),
);
const when = fc.record({ now: moment, zone });

/** Without what says when, and by what. */
const worth = ({ belts }: Standing) =>
  belts.map(({ state, requirements }) => [
    isHeld(state),
    ...requirements.map((one) => ['met', 'due', 'grace'].includes(one.state)),
  ]);
const shown = ({ belts, highest }: Standing) => ({
  highest,
  belts: belts.map(({ changesAt: _, ...belt }) => belt),
});
const always = (property: fc.IProperty<never> | fc.IProperty<unknown>) =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 300 });

describe('facts', () => {
  it('may come in any order', () => {
    always(
      fc.property(
        facts.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ruled,
        when,
        ([some, shuffled], by, moment) => {
          expect(standing(shuffled, by, moment)).toEqual(standing(some, by, moment));
        },
      ),
    );
  });

  it('of the future count for nothing yet', () => {
    always(
      fc.property(facts, ruled, when, (some, by, moment) => {
        const past = some.filter(({ at }) => at <= moment.now);
        expect(shown(standing(some, by, moment))).toEqual(shown(standing(past, by, moment)));
      }),
    );
  });

  it('take nothing away: neither a deed, whenever it happened, nor a pass after those there are', () => {
    always(
      fc.property(facts, fc.oneof(deed, pass), ruled, when, (some, another, by, moment) => {
        const earlier = some.filter(
          (one) => another.kind !== 'quiz-passed' || one.kind !== 'quiz-passed' || one.at <= another.at,
        );
        const before = worth(standing(earlier, by, moment)).flat();
        const after = worth(standing([...earlier, another], by, moment)).flat();
        for (const [nth, was] of before.entries()) if (was) expect(after[nth]).toBe(true);
      }),
    );
  });
});

describe('a pass', () => {
  it('that comes before renewal is due changes nothing', () => {
    always(
      fc.property(facts, module, moment, ruled, zone, (some, what, now, by, where) => {
        const so = standing(some, by, { now, zone: where });
        const asked = so.belts[0]!.requirements.find(
          (one) => one.requirement.kind === 'module' && one.requirement.module === what,
        )!;
        const onlyPasses = some.every(({ kind }) => kind === 'quiz-passed' || kind === 'lesson-read');
        if (asked.state !== 'met' || !onlyPasses) return;
        const known = some.filter(({ at }) => at <= now);
        expect(standing([...known, passed(what, now)], by, { now, zone: where })).toEqual(
          standing(known, by, { now, zone: where }),
        );
      }),
    );
  });

  it('each year while renewal is due makes years without a gap, each ending a year after the last', () => {
    always(
      fc.property(
        moment,
        fc.array(fc.integer({ min: 1, max: 58 }), { maxLength: 6 }),
        zone,
        (from, early, where) => {
          const ends = (years: number) =>
            early
              .slice(0, years)
              .reduce(
                (at) => at.add({ years: 1 }),
                Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(where).add({ years: 1 }),
              ).epochMilliseconds;
          const story = ['white/01', 'white/02'].flatMap((what) => [
            read(what, from),
            passed(what, from),
            ...early.map((days, year) => passed(what, ends(year) - days * DAY)),
          ]);
          const now = ends(early.length) - 1;
          const [white] = standing(story, rules, { now, zone: where }).belts;
          expect(white).toMatchObject({ state: 'due', since: from, until: ends(early.length) });
        },
      ),
    );
  });
});

describe('a belt', () => {
  it('is held only while everything it asks for is met, and so is all below it', () => {
    always(
      fc.property(facts, ruled, when, (some, by, moment) => {
        const { belts, highest } = standing(some, by, moment);
        const valid = belts.map(({ requirements }) =>
          requirements.every(({ state }) => state !== 'missing' && state !== 'lapsed'),
        );
        for (const [nth, { state }] of belts.entries())
          expect(isHeld(state)).toBe(valid.slice(0, nth + 1).every(Boolean));
        const held = belts.filter(({ state }) => isHeld(state));
        expect(highest).toBe(held.at(-1)?.belt ?? null);
      }),
    );
  });

  it('stays what it is until the moment it says, and is another then', () => {
    always(
      fc.property(
        facts,
        ruled,
        when,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, by, { now, zone: where }, part) => {
          for (const [nth, belt] of standing(some, by, { now, zone: where }).belts.entries()) {
            const then = (at: number) => {
              const {
                changesAt: _,
                earnedAt: __,
                lapsesAt: ___,
                ...is
              } = standing(some, by, { now: at, zone: where }).belts[nth]!;
              return JSON.stringify({
                ...is,
                requirements: is.requirements.map(({ state, from, until }) => [state, from, until]),
              });
            };
            const last = (belt.changesAt ?? END + 4000 * DAY) - 1;
            expect(then(last)).toBe(then(now));
            expect(then(Math.floor(now + (last - now) * part))).toBe(then(now));
            if (belt.changesAt !== null) expect(then(belt.changesAt)).not.toBe(then(now));
          }
        },
      ),
    );
  });

  it('was held from when it says without interruption, and not before', () => {
    always(
      fc.property(
        facts,
        ruled,
        when,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, by, { now, zone: where }, part) => {
          for (const [nth, { state, since, lapsesAt, earnedAt }] of standing(some, by, {
            now,
            zone: where,
          }).belts.entries()) {
            if (!isHeld(state)) continue;
            const held = (at: number) =>
              isHeld(standing(some, by, { now: at, zone: where }).belts[nth]!.state);
            expect(held(since!)).toBe(true);
            expect(held(since! - 1)).toBe(false);
            expect(held(Math.floor(since! + (now - since!) * part))).toBe(true);
            expect(earnedAt!).toBeLessThanOrEqual(since!);
            const known = some.filter(({ at }) => at <= now);
            if (lapsesAt !== null)
              expect(isHeld(standing(known, by, { now: lapsesAt, zone: where }).belts[nth]!.state)).toBe(
                false,
              );
          }
        },
      ),
    );
  });
});

/** What holds of what somebody is given, whatever happened and whenever. */
import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Fact } from '#app/facts/fact.ts';
import { given, type Given, type Membership } from '#app/recognition/grants.ts';
import { saidBy, vouchersOf } from '#app/recognition/rule-facts.ts';
import type { Rules } from '#app/recognition/rules.ts';
import { dayOf, seasonOf } from '#app/recognition/season.ts';

import { approved, awarded, fixed, led, mentored, passed, rule, rulesOf, written } from './known.ts';

const moment = fc
  .integer({ min: Date.UTC(2024, 10, 1) / 3_600_000, max: Date.UTC(2027, 2, 1) / 3_600_000 })
  .map((hours) => hours * 3_600_000);
const colleague = fc.constantFrom('ada', 'ben', 'cleo', 'dov', 'mara');
const words = fc.option(fc.array(colleague, { maxLength: 4 }), { nil: undefined, freq: 8 });
const deed: fc.Arbitrary<Fact> = fc.oneof(
  moment.map(passed),
  fc.tuple(moment, fc.constantFrom('green/scan', 'green/talk')).map((of) => approved(...of)),
  fc.tuple(moment, words).map((of) => led(...of)),
  fc.tuple(moment, words).map((of) => fixed(...of)),
  fc.tuple(moment, colleague).map((of) => mentored(...of)),
  fc.tuple(moment, fc.constantFrom('bug-hunter', 'automation')).map((of) => awarded(...of)),
);
const facts = fc.array(deed, { maxLength: 24 });
const ruled = fc.constantFrom(
  rulesOf(),
  rulesOf([
    ...written.map((one) => (one.key === 'led' ? { ...one, until: '2025-12-31' } : one)),
    rule(
      'led-now',
      'session-led',
      { achievement: 'led' },
      { most: 2, in: 'year' },
      { vouched: 1, from: '2026-01-01', follows: 'led' },
    ),
  ]),
);
const membership: fc.Arbitrary<Membership> = fc.record({
  squadId: fc.constantFrom('payments', 'search'),
  from: moment,
  until: fc.option(moment),
});
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland');
const world = fc.record({ rules: ruled, memberships: fc.array(membership, { maxLength: 4 }), zone });
type World = { rules: Rules; memberships: Membership[]; zone: string };

const to = (some: readonly Fact[], { rules, memberships, zone: where }: World) =>
  given(some, { personId: 'mara', memberships }, { rules, zone: where, seasonMonths: 3 });
const plain = (all: Given[]) => all.map((one) => JSON.stringify(one)).sort();
const always = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) =>
  fc.assert(property, { numRuns: 400 });

it('is the same in whatever order facts come, and every time', () => {
  always(
    fc.property(
      facts.chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      ),
      world,
      ([some, shuffled], around) => {
        expect(to(shuffled, around)).toEqual(to(some, around));
        expect(to(some, around)).toEqual(to(some, around));
      },
    ),
  );
});

/**
 * An earlier fact that turns up late may take a cap's place or a colleague's word from a later one; what is recorded
 * after everything else cannot.
 */
it('rests on what was recorded before: what comes later takes nothing away', () => {
  always(
    fc.property(facts, facts, world, (some, later, around) => {
      const last = Math.max(0, ...some.map(({ recordedAt }) => recordedAt));
      const after = later.map((one) => ({ ...one, recordedAt: last + 1 + (one.recordedAt % 9e9) }));
      const whole = plain(to([...some, ...after], around));
      for (const one of plain(to(some, around))) expect(whole).toContain(one);
    }),
  );
});

it('gives no rule’s thing more rarely for one fact more, where no word is needed', () => {
  always(
    fc.property(facts, deed, world, (some, another, around) => {
      const wordless = { ...around, rules: around.rules.filter(({ vouched }) => !vouched) };
      const count = (all: Given[], key: string) => all.filter((one) => one.rule === key).length;
      const [before, after] = [to(some, wordless), to([...some, another], wordless)];
      for (const { key } of wordless.rules)
        expect(count(after, key)).toBeGreaterThanOrEqual(count(before, key));
    }),
  );
});

it('keeps within every cap, and within the days of a rule', () => {
  always(
    fc.property(facts, world, (some, around) => {
      const byId = new Map(some.map((one) => [one.id, one]));
      for (const { key, line, cap, from, until } of around.rules) {
        const rows = to(some, around).filter((one) => one.rule === key);
        const windowOf = ({ recordedAt, factId }: Given) => {
          const on = dayOf(recordedAt, around.zone);
          const span = { ever: '', year: on.slice(0, 4), season: seasonOf(on.slice(0, 7), 3) }[cap.in];
          return `${line} ${span} ${cap.each ? saidBy(byId.get(factId)!, cap.each) : ''}`;
        };
        for (const [, inside] of Map.groupBy(rows, windowOf)) {
          expect(inside.length).toBeLessThanOrEqual(cap.most);
          if (cap.once)
            expect(new Set(inside.map(({ factId }) => saidBy(byId.get(factId)!, cap.once!))).size).toBe(
              inside.length,
            );
        }
        for (const { recordedAt } of rows) {
          const on = dayOf(recordedAt, around.zone);
          expect((!from || from <= on) && (!until || on <= until)).toBe(true);
        }
      }
    }),
  );
});

it('uses nobody’s word twice in any year, and never one’s own', () => {
  always(
    fc.property(facts, world, (some, around) => {
      const all = to(some, around);
      const vouchedFor = some.filter((one) => all.some(({ factId }) => factId === one.id) && vouchersOf(one));
      for (const { recordedAt: from } of vouchedFor) {
        const shown = vouchedFor.filter(
          ({ recordedAt }) => from <= recordedAt && recordedAt < from + 366 * 86_400_000,
        );
        const needed = shown.map(({ id }) =>
          Math.max(
            ...all
              .filter(({ factId }) => factId === id)
              .map(({ rule: key }) => around.rules.find((one) => one.key === key)!.vouched ?? 0),
          ),
        );
        const vouching = shown.map((one) => new Set(vouchersOf(one)!.filter((id) => id !== 'mara')));
        expect(isEnoughForAll(vouching, needed)).toBe(true);
      }
    }),
  );
});

/** Whether each can be given as many words as it needs, none of them twice. */
function isEnoughForAll(
  vouching: Set<string>[],
  needed: number[],
  used: ReadonlySet<string> = new Set(),
): boolean {
  const at = needed.findIndex((left) => left > 0);
  if (at < 0) return true;
  return [...vouching[at]!].some(
    (who) =>
      !used.has(who) &&
      isEnoughForAll(
        vouching,
        needed.map((left, nth) => (nth === at ? left - 1 : left)),
        new Set([...used, who]),
      ),
  );
}

it('gives points to a squad somebody was in then, and else nowhere', () => {
  always(
    fc.property(facts, world, (some, around) => {
      for (const { gives, squadId, points, recordedAt } of to(some, around)) {
        if (gives !== 'points') expect([squadId, points]).toEqual([null, 0]);
        else
          expect(
            around.memberships.some(
              (one) =>
                one.squadId === squadId &&
                one.from <= recordedAt &&
                (one.until === null || one.until > recordedAt),
            ),
          ).toBe(true);
      }
    }),
  );
});

/** Whatever people do and however time passes: a concern is somewhere, and somebody has it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Absence } from '#app/concerns/absence.ts';
import { after, type Around, placed, tended } from '#app/concerns/chain.ts';
import {
  isTop,
  type Level,
  levels,
  possible,
  type Standing,
  states,
  type Step,
  steps,
  take,
} from '#app/concerns/concern.ts';
import { day, hour, now } from '#test/support/clock.ts';

const calendar = { workingDays: 2, zone: 'Europe/Berlin', daysOff: [] };
const cast = ['ines', 'jonas', 'noor', 'wei', 'tove'];

type World = {
  champions: string[];
  advocates: string[];
  absences: Absence[];
  gone: Set<string>;
  now: number;
};
const around = ({ champions, advocates, absences, gone }: World): Around => ({
  champions: champions.filter((id) => !gone.has(id)),
  advocates: advocates.filter((id) => !gone.has(id)),
  absences,
  canHold: (id) => !gone.has(id) && id !== 'mara',
  calendar,
});
const world = (change: Partial<World> = {}): World => ({
  champions: ['ines', 'jonas'],
  advocates: ['noor'],
  absences: [],
  gone: new Set(),
  now,
  ...change,
});
const begin = (of: World) => placed('champion', around(of), of.now);
const later = (standing: Standing, of: World) => tended(standing, around(of), of.now);

describe('a concern begins', () => {
  it('with the squad’s longest serving champion, who has two working days', () => {
    expect(begin(world())).toEqual({
      state: 'open',
      level: 'champion',
      holderId: 'ines',
      standsInFor: null,
      clockFrom: now,
      dueAt: now + 2 * day,
    });
  });

  it.each<[string, Partial<World>, Level, string | null]>([
    ['without champions with the advocate', { champions: [] }, 'advocate', 'noor'],
    ['with nobody there with the security team', { champions: [], advocates: [] }, 'security-team', null],
  ])('%s', (_, change, level, holderId) => {
    expect(begin(world(change))).toMatchObject({ level, holderId });
  });

  it('with who stands in for somebody who is away', () => {
    const absences = [{ personId: 'ines', deputyId: 'wei', from: now - day, until: now + day }];
    expect(begin(world({ absences }))).toMatchObject({ holderId: 'wei', standsInFor: 'ines' });
  });
});

describe('as time passes', () => {
  const standing = begin(world());
  it('stays as it is until its time is over', () => {
    expect(later(standing, world({ now: now + 2 * day - 1 }))).toBeNull();
  });
  it('moves up one level when it is, and then to the security team, where nothing moves', () => {
    const first = later(standing, world({ now: now + 2 * day }))!;
    expect(first).toMatchObject({ step: 'moved-up', standing: { level: 'advocate', holderId: 'noor' } });
    const second = later(first.standing, world({ now: now + 20 * day }))!;
    expect(second).toMatchObject({ step: 'moved-up', standing: { holderId: null, dueAt: null } });
    expect(later(second.standing, world({ now: now + 2000 * day }))).toBeNull();
  });
  it('waits while its holder is away and nobody stands in', () => {
    const absences = [{ personId: 'ines', deputyId: null, from: now + day, until: now + 15 * day }];
    const waiting = later(standing, world({ absences, now: now + day }))!;
    expect(waiting).toMatchObject({ step: null, standing: { holderId: 'ines', dueAt: now + 16 * day } });
    expect(later(waiting.standing, world({ absences, now: now + 14 * day }))).toBeNull();
  });
  it('goes to the deputy, and back', () => {
    const absences = [{ personId: 'ines', deputyId: 'wei', from: now + hour, until: now + day }];
    const over = later(standing, world({ absences, now: now + hour }))!;
    expect(over).toMatchObject({
      step: 'handed-over',
      standing: { holderId: 'wei', standsInFor: 'ines', clockFrom: now + hour, level: 'champion' },
    });
    const back = later(over.standing, world({ absences, now: now + day }))!;
    expect(back).toMatchObject({ step: 'handed-over', standing: { holderId: 'ines', standsInFor: null } });
  });
  it('goes to another champion when its holder has left, and up when there is none', () => {
    const gone = new Set(['ines']);
    expect(later(standing, world({ gone }))).toMatchObject({
      step: 'handed-over',
      standing: { holderId: 'jonas', level: 'champion' },
    });
    expect(later(standing, world({ gone, champions: ['ines'] }))).toMatchObject({
      step: 'moved-up',
      standing: { holderId: 'noor', level: 'advocate' },
    });
  });
});

describe('who may do what', () => {
  const open = begin(world());
  it.each<[string, { raised: boolean; holds: boolean }, Step[]]>([
    ['who raised it', { raised: true, holds: false }, ['replied', 'closed']],
    ['who holds it', { raised: false, holds: true }, ['answered', 'passed-up', 'closed']],
    ['who held it', { raised: false, holds: false }, []],
  ])('%s', (_, part, offered) => {
    expect(possible(open, part)).toEqual(offered);
  });
  it('nothing is passed beyond the security team', () => {
    const top = { state: 'open', level: 'security-team' } as const;
    expect(take('passed-up', top, { raised: false, holds: true })).toEqual({ refused: 'at-the-top' });
  });
});

type Command = (of: World, standing: Standing) => Standing;
const part = fc.record({ raised: fc.boolean(), holds: fc.boolean() });
const person = fc.constantFrom(...cast);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...steps), part).map(([step, by]): Command => {
      return (of, before) => {
        const state = take(step, before, by);
        return typeof state === 'string' ? after(step, state, before, around(of), of.now) : before;
      };
    }),
  },
  {
    weight: 4,
    arbitrary: fc.integer({ min: 0, max: 9 * day }).map((passed): Command => {
      return (of, before) => {
        of.now += passed;
        return before;
      };
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        person,
        fc.option(fc.constantFrom(...cast, 'mara')),
        fc.nat(5 * day),
        fc.integer({ min: 1, max: 20 * day }),
      )
      .map(([personId, deputyId, wait, length]): Command => {
        return (of, before) => {
          const from = of.now + wait;
          of.absences = [...of.absences, { personId, deputyId, from, until: from + length }];
          return before;
        };
      }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(person, fc.constantFrom('goes', 'champion', 'advocate')).map(([id, how]): Command => {
      return (of, before) => {
        if (how === 'goes') of.gone.add(id);
        else of[how === 'champion' ? 'champions' : 'advocates'].push(id);
        return before;
      };
    }),
  },
);

const holdsAsItShould = (standing: Standing) => {
  expect(states).toContain(standing.state);
  expect(isTop(standing.level)).toBe(standing.holderId === null);
  expect(standing.holderId).not.toBe('mara');
  expect(standing.standsInFor === null || standing.standsInFor !== standing.holderId).toBe(true);
  const runs = standing.state === 'open' && !isTop(standing.level);
  expect([standing.dueAt !== null, standing.clockFrom !== null]).toEqual([runs, runs]);
  if (runs) expect(standing.dueAt!).toBeGreaterThan(standing.clockFrom!);
};

const neverSkips = (before: Standing, standing: Standing, of: World) => {
  const [from, to] = [levels.indexOf(before.level), levels.indexOf(standing.level)];
  expect(to).toBeGreaterThanOrEqual(from);
  if (to > from + 1) expect(around(of).advocates).toEqual([]);
};

it('no sequence of commands reaches what is not defined', () => {
  const beginning = fc.record({
    champions: fc.uniqueArray(person, { maxLength: 3 }),
    advocates: fc.uniqueArray(person, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(beginning, fc.array(command, { maxLength: 30 }), (people, commands) => {
      const of = world({ ...people, gone: new Set() });
      let standing = begin(of);
      holdsAsItShould(standing);
      for (const does of commands) {
        const before = standing;
        standing = does(of, before);
        holdsAsItShould(standing);
        neverSkips(before, standing, of);

        const found = later(standing, of);
        if (!found) continue;
        holdsAsItShould(found.standing);
        neverSkips(standing, found.standing, of);
        const { holderId, dueAt } = standing;
        if (found.step === 'moved-up' && !of.gone.has(holderId!) && !of.gone.has(standing.standsInFor ?? ''))
          for (const { personId, from, until } of of.absences)
            if (personId === holderId && from <= of.now && of.now < until)
              expect(dueAt).toBeLessThanOrEqual(from);
        standing = found.standing;
        expect(standing.holderId === null || !of.gone.has(standing.holderId)).toBe(true);
        expect(later(standing, of)).toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { audienceSaid, storedAudience } from '#app/training/audience.ts';
import { countingPasses, doable, type Pass, scoreBand, stateOf, throughAt } from '#app/training/campaign.ts';
import { readCampaignSettings } from '#app/training/campaign-settings.ts';
import { countingOf, daysOf, daysProblem, today, windowOf, withZone } from '#app/training/campaign-window.ts';
import { dueBy, remindersOf } from '#app/training/reminder.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Beirut',
];
const aDay = fc
  .integer({ min: Date.UTC(2015, 0, 1) / DAY, max: Date.UTC(2035, 0, 1) / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));
const aZone = fc.constantFrom(...zones);
const aWindow = fc
  .record({ opens: aDay, length: fc.integer({ min: 0, max: 365 }), zone: aZone })
  .map(({ opens, length, zone }) => ({
    days: { opens, closes: new Date(Date.parse(opens) + length * DAY).toISOString().slice(0, 10) },
    zone,
  }));

describe('the window', () => {
  it('is whole days of the zone: one day in spring has 23 hours, one in autumn 25', () => {
    const lasting = (day: string) => {
      const { opensAt, closesAt } = windowOf({ opens: day, closes: day }, 'anew', 'Europe/Berlin');
      return (closesAt - opensAt) / HOUR;
    };
    expect(lasting('2026-03-29')).toBe(23);
    expect(lasting('2026-10-25')).toBe(25);
    expect(lasting('2026-03-04')).toBe(24);
  });

  it('is open in the last moment of its last day, and not in the first of the next', () => {
    const window = windowOf({ opens: '2026-03-02', closes: '2026-03-31' }, 'year', 'Europe/Berlin');
    const at = (now: number) => stateOf({ ...window, cancelledAt: null }, now);
    expect(new Date(window.closesAt).toISOString()).toBe('2026-03-31T22:00:00.000Z');
    expect([at(window.opensAt - 1), at(window.opensAt)]).toEqual(['planned', 'open']);
    expect([at(window.closesAt - 1), at(window.closesAt)]).toEqual(['open', 'closed']);
    expect(stateOf({ ...window, cancelledAt: 1 }, window.opensAt)).toBe('cancelled');
  });

  it('tells the days it was made of, in whatever zone', () => {
    fc.assert(
      fc.property(aWindow, fc.constantFrom('year' as const, 'anew' as const), ({ days, zone }, counting) => {
        const window = windowOf(days, counting, zone);
        expect(daysOf(window, zone)).toEqual(days);
        expect(countingOf(window)).toBe(counting);
        expect(window.opensAt).toBeLessThan(window.closesAt);
        expect(today(window.opensAt, zone)).toBe(days.opens);
        expect(today(window.closesAt - 1, zone)).toBe(days.closes);
      }),
    );
  });

  it('counts from a year before, by the calendar, also of a 29 February', () => {
    const from = (opens: string) =>
      new Date(windowOf({ opens, closes: opens }, 'year', 'UTC').countsFrom).toISOString().slice(0, 10);
    expect(from('2026-03-04')).toBe('2025-03-04');
    expect(from('2028-02-29')).toBe('2027-02-28');
  });

  it('refuses days that are past, in the wrong order or too far apart', () => {
    const problem = (opens: string, closes: string, isOpen = false) =>
      Object.keys(daysProblem({ opens, closes }, '2026-03-04', isOpen) ?? {});
    expect(problem('2026-03-04', '2026-03-04')).toEqual([]);
    expect(problem('2026-03-03', '2026-03-31')).toEqual(['opens']);
    expect(problem('2026-03-03', '2026-03-31', true)).toEqual([]);
    expect(problem('2026-03-10', '2026-03-09')).toEqual(['closes']);
    expect(problem('2026-02-01', '2026-03-03', true)).toEqual(['closes']);
    expect(problem('2026-03-10', '2027-04-10')).toEqual(['closes']);
  });

  it('tells a moment with its offset', () => {
    expect(withZone(Date.UTC(2026, 2, 4, 9, 30), 'Europe/Berlin')).toBe('2026-03-04T10:30:00+01:00');
  });
});

const rhythm = { remindDaysBefore: [7, 1], remindAtHour: 8 };

describe('reminders', () => {
  it('come on the first day, a week and a day before the last one, in the morning of the zone', () => {
    const window = windowOf({ opens: '2026-03-16', closes: '2026-03-31' }, 'year', 'Europe/Berlin');
    expect(remindersOf(window, rhythm, 'Europe/Berlin').map((at) => withZone(at, 'Europe/Berlin'))).toEqual([
      '2026-03-16T08:00:00+01:00',
      '2026-03-24T08:00:00+01:00',
      '2026-03-30T08:00:00+02:00',
    ]);
  });

  it('leave out what would come before the opening', () => {
    const window = windowOf({ opens: '2026-03-04', closes: '2026-03-06' }, 'year', 'UTC');
    expect(remindersOf(window, rhythm, 'UTC')).toHaveLength(2);
  });

  it('lie inside the window, in order, and are never due before it opens', () => {
    fc.assert(
      fc.property(aWindow, ({ days, zone }) => {
        const window = windowOf(days, 'year', zone);
        const at = remindersOf(window, rhythm, zone);
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
        expect(at[0]).toBeGreaterThanOrEqual(window.opensAt);
        expect(at.at(-1)).toBeLessThan(window.closesAt);
        expect(dueBy(at, window.opensAt - 1)).toBe(0);
        expect(dueBy(at, window.closesAt)).toBe(at.length);
      }),
    );
  });
});

const pass = (module: string, at: number, right = 8): Pass => ({ module, at, version: 'v', right, asked: 8 });

describe('who is through', () => {
  const span = { countsFrom: 100, closesAt: 200 };

  it('counts the first pass of each module from the first moment up to the last', () => {
    const counting = countingPasses(
      [pass('a', 99), pass('a', 150), pass('a', 100), pass('b', 199), pass('c', 200)],
      span,
    );
    expect([...counting].map(([module, { at }]) => [module, at])).toEqual([
      ['a', 100],
      ['b', 199],
    ]);
    expect(throughAt(['a', 'b'], counting)).toBe(199);
    expect(throughAt(['a', 'c'], counting)).toBeNull();
  });

  it('is held up by no module that was taken out, and nobody is through with nothing', () => {
    const counting = countingPasses([pass('a', 120)], span);
    expect(throughAt(doable(['a', 'gone'], new Set(['a', 'b'])), counting)).toBe(120);
    expect(throughAt(doable(['gone'], new Set(['a'])), counting)).toBeNull();
  });

  it('does not depend on the order of the passes', () => {
    const passes = fc.array(
      fc.record({ module: fc.constantFrom('a', 'b', 'c'), at: fc.integer({ min: 50, max: 250 }) }),
    );
    fc.assert(
      fc.property(passes, (all) => {
        const some = all.map(({ module, at }) => pass(module, at));
        const through = (of: Pass[]) => throughAt(['a', 'b'], countingPasses(of, span));
        expect(through(some)).toBe(through(some.toReversed()));
        const within = (module: string) =>
          some.some((one) => one.module === module && one.at >= 100 && one.at < 200);
        expect(through(some) !== null).toBe(within('a') && within('b'));
      }),
    );
  });
});

it('names the band of a score, and none below the first', () => {
  const band = (right: number, asked: number) => scoreBand({ right, asked }, [80, 90, 100]);
  expect([band(8, 8), band(19, 20), band(9, 10), band(7, 8), band(8, 10)]).toEqual([
    '100',
    '90-99',
    '90-99',
    '80-89',
    '80-89',
  ]);
  expect([band(79, 100), band(0, 8), band(0, 0)]).toEqual([null, null, null]);
  expect(band(199, 200)).toBe('90-99');
});

describe('audiences', () => {
  it('are told in few words', () => {
    const names = new Map([
      ['1', 'Payments'],
      ['2', 'Identity'],
    ]);
    expect(audienceSaid({ kind: 'squads', squads: ['1', '2', '3'] }, names)).toBe(
      'Identity, Payments and a squad that is gone',
    );
    const areas = Array.from({ length: 9 }, (_, at) => `Area ${at}`);
    expect(audienceSaid({ kind: 'areas', areas }, names)).toBe(
      'Squads of Area 0, Area 1, Area 2, Area 3 and 5 more areas',
    );
  });

  it('of another version ask nobody', () => {
    expect(storedAudience({ kind: 'robots' })).toBeNull();
    expect(storedAudience({ kind: 'squads', squads: [] })).toBeNull();
    expect(storedAudience({ kind: 'engineers' })).toEqual({ kind: 'engineers' });
  });
});

it('reads its settings, and names the line of what is wrong', () => {
  const text = '{\n  "remindDaysBefore": [1, 7],\n  "remindAtHour": 24,\n  "bands": [90, 80]\n}';
  const read = readCampaignSettings(text);
  expect('faults' in read && read.faults.map(({ line }) => line)).toEqual([2, 3, 4]);
});

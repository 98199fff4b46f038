import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ruleOf } from '#app/calendars/recurrence.ts';
import { clockNote, datesAhead, rhythmFor, rhythmOf, timesAhead } from '#app/meetings/series.ts';

const BERLIN = 'Europe/Berlin';
const today = '2026-03-04';
const chosen = { rhythm: 'monthly' as const, rule: '', firstDay: '2026-03-04', time: '17:00' };

describe('a rhythm that somebody chose', () => {
  it.each<[string, Partial<Parameters<typeof rhythmOf>[0]>, string, string]>([
    ['the same weekday', {}, 'FREQ=MONTHLY;BYDAY=1WE', '2026-03-04'],
    ['every two weeks', { rhythm: 'two-weekly' }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '2026-03-04'],
    ['the last one', { rhythm: 'monthly-last' }, 'FREQ=MONTHLY;BYDAY=-1WE', '2026-03-25'],
    [
      'its own',
      { rhythm: 'custom', rule: 'freq=monthly;bymonthday=31' },
      'FREQ=MONTHLY;BYMONTHDAY=31',
      '2026-03-31',
    ],
  ])('%s begins on the first day that fits', (_, more, rule, firstDay) => {
    expect(rhythmOf({ ...chosen, ...more }, today)).toEqual({
      recurrence: { rule, firstDay, time: '17:00' },
    });
  });

  it.each<[string, Partial<Parameters<typeof rhythmOf>[0]>]>([
    ['unreadable', { rhythm: 'custom', rule: 'every now and then' }],
    ['unreadable', { rhythm: 'custom', rule: '' }],
    ['never', { rhythm: 'custom', rule: 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', firstDay: '2026-02-01' }],
    ['never', { rhythm: 'custom', rule: 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20200101T000000' }],
    ['past', { firstDay: '2025-03-03' }],
    ['far', { firstDay: '2028-03-05' }],
    ['day', { firstDay: '2026-02-30' }],
    ['day', { firstDay: '' }],
  ])('is refused as %s', (refused, more) => {
    expect(rhythmOf({ ...chosen, ...more }, today)).toEqual({ refused });
  });

  it('may have begun long ago where it stays as it is', () => {
    const old = { ...chosen, firstDay: '2021-03-03' };
    expect(rhythmOf(old, today, '2021-03-03')).toMatchObject({ recurrence: { firstDay: '2021-03-03' } });
  });

  it('whatever is typed, it is a rhythm that comes, or a refusal', () => {
    const rule = fc.oneof(
      fc.string(),
      fc.constantFrom('FREQ=WEEKLY', 'FREQ=MONTHLY;BYMONTHDAY=30', 'FREQ=MONTHLY;BYDAY=5FR;COUNT=3'),
    );
    const firstDay = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom('2026-01-31', '2028-02-29', '2027-12-31', '9999-12-31'),
    );
    fc.assert(
      fc.property(rule, firstDay, (typed, day) => {
        const read = rhythmOf({ rhythm: 'custom', rule: typed, firstDay: day, time: '09:00' }, today);
        if ('refused' in read) return;
        const [first] = datesAhead({ ...read.recurrence, minutes: 60 }, 'UTC', Date.UTC(2025, 0, 1), 1);
        expect(first!.wall.slice(0, 10)).toBe(read.recurrence.firstDay);
      }),
    );
  });
});

it('a rule is shown as the rhythm it was chosen by', () => {
  for (const rhythm of ['two-weekly', 'monthly', 'monthly-last'] as const)
    expect(rhythmFor({ rule: ruleOf(rhythm, today), firstDay: today })).toBe(rhythm);
  expect(rhythmFor({ rule: 'FREQ=WEEKLY;BYDAY=WE', firstDay: today })).toBe('custom');
});

describe('the dates ahead', () => {
  const nightly = { rule: 'FREQ=WEEKLY;BYDAY=SU', firstDay: '2026-03-22', time: '02:30', minutes: 60 };

  it('say what clocks do to them', () => {
    const dates = datesAhead(nightly, BERLIN, Date.UTC(2026, 2, 20), 2);
    expect(dates.map(({ wall }) => wall)).toEqual(['2026-03-22T02:30', '2026-03-29T02:30']);
    expect(dates[0]!.note).toBeNull();
    expect(dates[1]!.note).toMatch(/forward.*02:30 does not exist.*03:30/);
    expect(clockNote('2026-10-25T02:30', BERLIN)).toMatch(/back.*02:30 comes twice/);
    expect(clockNote('2026-10-25T02:30', 'Mars/Olympus')).toBeNull();
  });

  it('are as many as asked for, or all that lie within the days', () => {
    const monthly = { rule: 'FREQ=MONTHLY;BYDAY=1WE', firstDay: '2026-03-04', time: '17:00' };
    const now = Date.UTC(2026, 2, 4, 9);
    const ahead = (days: number, least: number) => timesAhead(monthly, BERLIN, { now, days, least });
    expect(ahead(120, 3)).toHaveLength(5);
    expect(ahead(10, 3)).toEqual(['2026-03-04T17:00', '2026-04-01T17:00', '2026-05-06T17:00']);
    expect(
      timesAhead({ ...monthly, rule: `${monthly.rule};COUNT=2` }, BERLIN, { now, days: 120, least: 3 }),
    ).toHaveLength(2);
  });

  it('leave out one that has begun this very minute', () => {
    const at = Date.UTC(2026, 2, 29, 1, 30);
    expect(datesAhead(nightly, BERLIN, at, 1)[0]!.wall).toBe('2026-04-05T02:30');
    expect(datesAhead(nightly, BERLIN, at - 1, 1)[0]!.wall).toBe('2026-03-29T02:30');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { beginning, occurrences, readRule, rhythms, ruleInWords, ruleOf } from '#app/calendars/recurrence.ts';

const from = '2026-01-01T00:00';
const until = '2026-07-01T00:00';

describe('a rule', () => {
  it.each([
    ['FREQ=MONTHLY;BYDAY=1WE', ['2026-03-04', '2026-04-01', '2026-05-06', '2026-06-03']],
    ['FREQ=MONTHLY;BYDAY=-1WE', ['2026-03-25', '2026-04-29', '2026-05-27', '2026-06-24']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', ['2026-03-04', '2026-03-18', '2026-04-01', '2026-04-15']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', ['2026-03-31', '2026-05-31']],
    ['FREQ=WEEKLY;BYDAY=WE;COUNT=2', ['2026-03-04', '2026-03-11']],
  ])('%s comes on its days', (rule, days) => {
    const found = occurrences({ rule, firstDay: '2026-03-04', time: '17:00' }, { from, until, most: 4 });
    expect(found).toEqual(days.map((day) => `${day}T17:00`));
  });

  it.each([
    'every Wednesday',
    'FREQ=DAILY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=6WE',
    'FREQ=MONTHLY;BYDAY=WE',
    'FREQ=WEEKLY;BYDAY=1WE',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;FREQ=MONTHLY',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1WE',
    'INTERVAL=2',
    '',
  ])('%j is refused', (text) => {
    expect(readRule(text)).toEqual({ refused: 'unreadable' });
  });

  it.each([
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-02-04'],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30', '2026-02-04'],
    ['FREQ=WEEKLY;UNTIL=20200101T000000', '2026-02-04'],
  ])('%s never comes, and nobody waits for it', (rule, firstDay) => {
    expect(readRule(rule)).toEqual({ rule });
    expect(beginning({ rule, firstDay, time: '17:00' })).toEqual({ refused: 'never' });
  });

  it('begins on the first day it allows', () => {
    const rule = 'FREQ=MONTHLY;BYDAY=1WE';
    expect(beginning({ rule, firstDay: '2026-03-05', time: '17:00' })).toEqual({ firstDay: '2026-04-01' });
    expect(
      beginning({ rule: 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29', firstDay: '2026-02-04', time: '09:00' }),
    ).toEqual({ firstDay: '2028-02-29' });
  });
});

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('a rhythm is a rule that comes on the day it begins, but for a fifth weekday, and can be said', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...rhythms.filter((one) => one !== 'custom')), (firstDay, rhythm) => {
      const rule = ruleOf(rhythm, firstDay);
      expect(readRule(rule)).toEqual({ rule });
      const begun = beginning({ rule, firstDay, time: '10:00' });
      if (rhythm !== 'monthly-last') expect(begun).toEqual({ firstDay });
      expect(ruleInWords(rule)).toMatch(/^(every|the) /);
    }),
  );
});

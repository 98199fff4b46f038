import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, place } from '../../../app/postmortems/import/calendar.ts';
import { addDays, writeDay } from '../../../app/postmortems/import/days.ts';
import { scanMoment } from '../../../app/postmortems/import/moments.ts';
import { stampAtEnd, stampAtStart } from '../../../app/postmortems/import/stamps.ts';
import { declaredZone } from '../../../app/postmortems/import/zones.ts';

const about = { year: 2021, month: 6, day: 9 };
const at = (written: string, day: typeof about | null = about) => {
  const moment = scanMoment(written, 0, { loose: true });
  return moment && moment.to === written.length ? place(calendarOf(day), moment).at : 'unread';
};

describe('a moment', () => {
  it.each([
    ['2021-02-24T11:13', '2021-02-24T11:13'],
    ['2021-02-24T11:13:59Z', '2021-02-24T11:13'],
    ['2021-02-24 11:13:59.123+02:00', '2021-02-24T11:13'],
    ['2021/02/24 11:13', '2021-02-24T11:13'],
    ['2021-12-10   15:40', '2021-12-10T15:40'],
    ['2021-02-24 1600', '2021-02-24T16:00'],
    ['2021-02-24', '2021-02-24'],
    ['2021-02-24 --:--', '2021-02-24'],
    ['2021-02-24 14:??', '2021-02-24'],
    ['24.02.2021 um'.slice(0, 10), '2021-02-24'],
    ['24.02.2021, 11.13', '2021-02-24T11:13'],
    ['24 February 2021 11:13 UTC', '2021-02-24T11:13'],
    ['24-Feb-2021 11:13', '2021-02-24T11:13'],
    ['Feb 24th, 2021, 11:13 AM', '2021-02-24T11:13'],
    ['February 24, 2021: 7:56am UTC', '2021-02-24T07:56'],
    ['Mon 4 Mar 2024 14:05 CET', '2024-03-04T14:05'],
    ['12:45 PM PST Saturday Oct 30th', '2021-10-30T12:45'],
    ['02/24/2021 - 15:38 CST', '2021-02-24T15:38'],
    ['02-24-2021 2:14 pm', '2021-02-24T14:14'],
    ['5/26/21 1am', '2021-05-26T01:00'],
    ['19. April, 11:00', '2021-04-19T11:00'],
    ['11:13', '2021-06-09T11:13'],
    ['9:05am', '2021-06-09T09:05'],
    ['9.05 p.m.', '2021-06-09T21:05'],
    ['11.13', '2021-06-09T11:13'],
    ['12am', '2021-06-09T00:00'],
    ['12:30 a.m.', '2021-06-09T00:30'],
    ['12pm', '2021-06-09T12:00'],
    ['13:55 PM', '2021-06-09T13:55'],
    ['noon', '2021-06-09T12:00'],
    ['24:00', '2021-06-10T00:00'],
    ['~14:00', '2021-06-09T14:00'],
    ['at about 14:00 GMT+1', '2021-06-09T14:00'],
    ['10:00-10:15', '2021-06-09T10:00'],
    ['10:00 UTC – 10:15 UTC', '2021-06-09T10:00'],
    ['14:20-2:00', '2021-06-09T14:20'],
    ['12:48 (6:48 PDT)', '2021-06-09T12:48'],
    ['14h30', '2021-06-09T14:30'],
    ['1430 UTC', '2021-06-09T14:30'],
    ['T+15m', null],
    ['2X:XX', null],
    ['2021-MM-DD', null],
    ['March 2021', null],
    ['22021-03-18 09:36', '2021-03-18T09:36'],
    ['06/11/202', '2021-06-11'],
  ])('%s', (written, expected) => {
    expect(at(written)).toBe(expected);
  });

  it.each([
    '25:10',
    '10:75',
    '32 May 2021',
    '2021-13-01',
    '1.15.2 is out',
    '10 pods',
    'Marching',
    'Sunny',
    'May be',
    '5 of 10',
    'v2.30',
  ])('%s is none', (words) => {
    const moment = scanMoment(words, 0);
    expect(moment === null || moment.to < words.length).toBe(true);
    expect(stampAtStart(words)).toBeNull();
  });

  it('takes 3/4 for the day that is closer to what the document is about', () => {
    expect(at('3/4/2021', { year: 2021, month: 3, day: 1 })).toBe('2021-03-04');
    expect(at('3/4/2021', { year: 2021, month: 4, day: 1 })).toBe('2021-04-03');
    expect(at('31/12', { year: 2022, month: 1, day: 2 })).toBe('2021-12-31');
  });

  it('without a day belongs to the day before it, or the next one where the clock has passed midnight', () => {
    let calendar = calendarOf(about);
    const placed = ['22:40', '23:58', '23:50', '00:20', '01:05', '23:30', '00:10'].map((written) => {
      const next = place(calendar, scanMoment(written, 0)!);
      calendar = next.calendar;
      return next.at?.slice(8);
    });
    expect(placed).toEqual([
      '09T22:40',
      '09T23:58',
      '09T23:50',
      '10T00:20',
      '10T01:05',
      '10T23:30',
      '11T00:10',
    ]);
  });

  it('is found again in every way to write it', () => {
    const months = [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ];
    const two = (figure: number) => String(figure).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (days, h, m) => {
          const day = addDays({ year: 1995, month: 1, day: 1 }, days);
          const exact = `${writeDay(day)}T${two(h)}:${two(m)}`;
          const name = months[day.month - 1]!;
          const half = `${h % 12 || 12}:${two(m)}${h < 12 ? 'am' : ' PM'}`;
          const clocks = [`${two(h)}:${two(m)}`, `${two(h)}:${two(m)}:07 UTC`, half];
          const dates = [
            writeDay(day),
            `${day.day} ${name} ${day.year}`,
            `${name.slice(0, 3)} ${day.day}, ${day.year}`,
            `${two(day.day)}.${two(day.month)}.${day.year}`,
          ];
          for (const date of dates) {
            for (const clock of clocks) {
              expect(at(`${date} ${clock}`, day)).toBe(exact);
              expect(at(`${clock}, ${date}`, day)).toBe(exact);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a line', () => {
  it.each([
    ['**10:00 UTC**: begun', '10:00 UTC', 'begun'],
    ['**10:00:** begun', '10:00', 'begun'],
    ['**10:00: all in bold**', '10:00', '**all in bold**'],
    ['[10:00] begun', '10:00', 'begun'],
    ['[10:00](http://a.b/c) begun', '[10:00](http://a.b/c)', 'begun'],
    ['`10:00` - begun', '10:00', 'begun'],
    ['10:00 – begun', '10:00', 'begun'],
    ['10:00, begun', '10:00', 'begun'],
    ['10:00 -5 degrees', '10:00', '-5 degrees'],
    ['2023-03-03[^3]: begun', '2023-03-03[^3]', 'begun'],
    ['🚨 10:00 begun', '10:00', '🚨 begun'],
  ])('%s', (line, written, rest) => {
    expect(stampAtStart(line)).toMatchObject({ written, rest });
  });

  it.each([
    ['Repaired 2020-10-06 10:41', '2020-10-06 10:41', 'Repaired'],
    ['**Resolved**: 10:41', '10:41', 'Resolved'],
    ['Alert fired (10:45 UTC).', '10:45 UTC', 'Alert fired'],
  ])('may end with a moment: %s', (line, written, rest) => {
    expect(stampAtEnd(line)).toMatchObject({ written, rest });
  });

  it('of prose that happens to end with a time is left alone', () => {
    expect(
      stampAtEnd('We went on until everything was quiet again, which was only long after 10:45'),
    ).toBeNull();
  });
});

describe('a declared zone', () => {
  it.each([
    ['All times in CET', 'CET'],
    ['_all times are in UTC_', 'UTC'],
    ['(all times PST)', 'PST'],
    ['Timeline (UTC)', 'UTC'],
    ['Date and Time in CET | Event', 'CET'],
    ['Timezone: America/New_York', 'America/New_York'],
    ['all times are in\nUTC.', 'UTC'],
    ['All times UTC+1 (Zurich time)', 'UTC+1'],
  ])('%s', (text, zone) => {
    expect(declaredZone(text)).toBe(zone);
  });
});

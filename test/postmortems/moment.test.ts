import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { instantOf, isLocal, precisionOf, zoneOf } from '#app/postmortems/moment.ts';

const utc = (at: string, zone: string | null) => {
  const instant = instantOf(at, zone);
  return instant === null ? null : new Date(instant).toISOString().slice(0, 16);
};

it.each([
  ['2021-02-24T11:13', 'minute'],
  ['2021-02-24', 'day'],
  [null, 'unknown'],
])('%s tells a %s', (at, precision) => expect(precisionOf(at)).toBe(precision));

describe('a zone', () => {
  it.each([
    ['UTC', '+00:00'],
    ['z', '+00:00'],
    ['CEST', '+02:00'],
    ['pst', '-08:00'],
    ['UTC+2', '+02:00'],
    ['utc -03:30', '-03:30'],
    ['GMT+0530', '+05:30'],
    ['+1', '+01:00'],
    ['−05:00', '-05:00'],
    ['UTC+14', '+14:00'],
    ['PT', 'America/Los_Angeles'],
    [' Eastern ', 'America/New_York'],
    ['Europe/Oslo', 'Europe/Oslo'],
    ['europe/oslo', 'Europe/Oslo'],
  ])('"%s" is %s', (written, zone) => expect(zoneOf(written)).toBe(zone));

  it.each([
    '',
    'IST',
    'CST',
    'AST',
    'local',
    'Europe/Atlantis',
    'UTC+15',
    'UTC+14:30',
    'UTC+02:75',
    // without a sign, nobody can say which way
    'UTC12',
    'GMT 530',
    'x12',
    'A5',
    ':30',
    'constructor',
    '__proto__',
  ])('"%s" means nothing for sure', (written) => expect(zoneOf(written)).toBeNull());

  it('is never a guess that fails later', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (written) => {
        const zone = zoneOf(written);
        expect(instantOf('2026-03-04T09:30', written) === null).toBe(zone === null);
      }),
    );
  });
  it('not said is not known', () => expect(zoneOf(null)).toBeNull());
});

describe('an instant', () => {
  it.each([
    ['2026-03-04T09:30', 'UTC', '2026-03-04T09:30'],
    ['2026-03-04T09:30', 'UTC+05:30', '2026-03-04T04:00'],
    ['2026-03-04T23:30', 'PST', '2026-03-05T07:30'],
    // the season decides for a place; an abbreviation says which one it means
    ['2026-01-15T12:00', 'PT', '2026-01-15T20:00'],
    ['2026-07-15T12:00', 'PT', '2026-07-15T19:00'],
    ['2026-07-15T12:00', 'PST', '2026-07-15T20:00'],
    ['2026-07-15T12:00', 'CET', '2026-07-15T11:00'],
    ['2026-07-15T12:00', 'Europe/Berlin', '2026-07-15T10:00'],
    // this minute never was: clocks went from 02:00 to 03:00
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30'],
    // this one was twice: the first
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['0001-01-01T00:00', 'UTC', '0001-01-01T00:00'],
  ])('%s in %s is %s UTC', (at, zone, instant) => expect(utc(at, zone)).toBe(instant));

  it.each([
    ['2026-03-04', 'UTC'],
    [null, 'UTC'],
    ['2026-03-04T09:30', null],
    ['2026-03-04T09:30', 'IST'],
    ['2026-02-30T09:30', 'UTC'],
    ['2026-03-04T25:00', 'UTC'],
    ['yesterdayT09:30', 'UTC'],
  ])('of %s in %s is unknown', (at, zone) => expect(instantOf(at, zone)).toBeNull());
});

describe('a local time', () => {
  it.each(['2026-03-04', '2026-03-04T09:30', '2024-02-29', '2026-03-04T00:00', '2026-12-31T23:59'])(
    '%s',
    (at) => expect(isLocal(at)).toBe(true),
  );
  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-03-32',
    '2026-03-04T24:00',
    '2026-03-04T09:60',
    '2026-03-04T9:30',
    '2026-03-04T09:30:00',
    '2026-03-04T09:30Z',
    '2026-03-04 09:30',
    '4.3.2026',
    '2026-03-04T',
    ' 2026-03-04',
  ])('not "%s"', (at) => expect(isLocal(at)).toBe(false));
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { type Calendar, dueAfter } from '#app/concerns/clock.ts';

const two: Calendar = { workingDays: 2, zone: 'Europe/Berlin', daysOff: [] };
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).epochMilliseconds;
const inBerlin = (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO('Europe/Berlin')
    .toPlainDateTime()
    .toString();
const due = (since: string, waits: [string, string][] = [], calendar = two) =>
  inBerlin(
    dueAfter(
      at(since),
      calendar,
      waits.map(([from, until]) => ({ from: at(from), until: at(until) })),
    ),
  );

describe('two working days', () => {
  it.each([
    ['from a Wednesday morning end on Friday morning', '2026-03-04T09:30', '2026-03-06T09:30:00'],
    ['go round a weekend', '2026-03-06T17:00', '2026-03-10T17:00:00'],
    ['begin on Monday when it came on a Saturday', '2026-03-07T12:00', '2026-03-11T00:00:00'],
    ['are the same by the clock when it goes forward', '2026-03-27T10:00', '2026-03-31T10:00:00'],
    ['are the same by the clock when it goes back', '2026-10-23T10:00', '2026-10-27T10:00:00'],
  ])('%s', (_, since, until) => {
    expect(due(since)).toBe(until);
  });

  it('leave out the days on which nobody works', () => {
    const calendar = { ...two, daysOff: ['2026-12-24', '2026-12-25'] };
    expect(due('2026-12-23T12:00', [], calendar)).toBe('2026-12-29T12:00:00');
  });

  it('wait while the holder is away, and go on where they stood', () => {
    expect(due('2026-03-04T12:00', [['2026-03-05T00:00', '2026-03-16T00:00']])).toBe('2026-03-17T12:00:00');
    expect(due('2026-03-04T12:00', [['2026-03-02T00:00', '2026-03-05T12:00']])).toBe('2026-03-09T12:00:00');
  });

  it('count absences that overlap once', () => {
    const once = due('2026-03-04T12:00', [['2026-03-05T00:00', '2026-03-10T00:00']]);
    const twice: [string, string][] = [
      ['2026-03-05T00:00', '2026-03-10T00:00'],
      ['2026-03-06T00:00', '2026-03-07T00:00'],
    ];
    expect(due('2026-03-04T12:00', twice)).toBe(once);
  });
});

it('counts half a day too', () => {
  expect(due('2026-03-04T09:00', [], { ...two, workingDays: 0.5 })).toBe('2026-03-04T21:00:00');
});

const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
const span = fc
  .tuple(moment, fc.integer({ min: 1, max: 40 * 86_400_000 }))
  .map(([from, length]) => ({ from, until: from + length }));
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Africa/Cairo');

it('never ends before it began, never in an absence, never earlier for one more absence', () => {
  fc.assert(
    fc.property(moment, zone, fc.array(span, { maxLength: 4 }), span, (since, where, waits, one) => {
      const calendar = { ...two, zone: where };
      const end = dueAfter(since, calendar, waits);
      expect(end).toBeGreaterThan(since + 86_400_000);
      expect(waits.every(({ from, until }) => end <= from || end >= until)).toBe(true);
      expect(dueAfter(since, calendar, [...waits, one])).toBeGreaterThanOrEqual(end);
      expect(dueAfter(since + 1000, calendar, waits)).toBeGreaterThanOrEqual(end);
    }),
  );
});

/** What we write, read by programs that are not ours; where those are missing, it is skipped and says so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { calendarText, invitationText } from '#app/calendars/calendar.server.ts';
import type { CalendarEvent, CalendarSeries } from '#app/calendars/event.ts';
import { occurrences, rhythms, ruleOf } from '#app/calendars/recurrence.ts';
import { instantOf, minutesLater } from '#app/calendars/wall-time.ts';
import { minute } from '#test/support/clock.ts';

import { eventOf, invitationOf, seriesOf } from './known.ts';
import { complaintsOfLibical, hasIcalendar, hasLibical, readByPython } from './programs.ts';

/** before everything in these calendars */
const now = Date.UTC(2026, 0, 31);
const [from, until] = ['2026-02-01', '2027-12-01'];
const without = (name: string, there: boolean) => (there ? name : `${name} (skipped: it is not installed)`);

/** Clocks change in these on 2026-03-08 and -11-01, on 2026-03-29 and -10-25, and on 2026-04-05 and -10-04. */
const zones = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe');
const times = fc.constantFrom('00:30', '01:30', '02:00', '02:30', '03:00', '09:00', '17:00', '23:45');
const days = fc.integer({ min: 0, max: 400 }).map((plus) => dayOf(plus));
const dayOf = (plus: number) => new Date(Date.UTC(2026, 1, 1 + plus)).toISOString().slice(0, 10);
const titles = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.constant('a;b,c\n🦊'),
);

const events = fc
  .record({
    day: days,
    time: times,
    timezone: zones,
    minutes: fc.integer({ min: 5, max: 240 }),
    title: titles,
  })
  .map(({ day, time, ...rest }) => eventOf({ ...rest, wall: `${day}T${time}` }));

const series = fc
  .record({
    rhythm: fc.constantFrom(...rhythms.filter((rhythm) => rhythm !== 'custom')),
    firstDay: fc.integer({ min: 0, max: 60 }).map(dayOf),
    time: times,
    timezone: zones,
    skipped: fc.integer({ min: 0, max: 9 }),
    moved: fc.integer({ min: 0, max: 9 }),
    by: fc.integer({ min: -3000, max: 3000 }),
  })
  .map(({ rhythm, firstDay, time, timezone, skipped, moved, by }): CalendarSeries => {
    const recurrence = { rule: ruleOf(rhythm, firstDay), firstDay, time };
    const walls = occurrences(recurrence, { from: `${from}T00:00`, until: `${until}T00:00` });
    const [off, other] = [walls[skipped]!, walls[moved]!];
    const made = [
      { occurrence: off, event: eventOf({ uid: 'meeting-off', wall: off, timezone, cancelled: true }) },
      ...(off === other
        ? []
        : [
            {
              occurrence: other,
              event: eventOf({ uid: 'meeting-by', wall: minutesLater(other, by), timezone }),
            },
          ]),
      { occurrence: null, event: eventOf({ uid: 'meeting-more', wall: '2026-09-10T10:00', timezone }) },
    ];
    return seriesOf({ recurrence, timezone, made });
  });

/** When the events of a series begin, by our own rules. */
const momentsOf = ({ recurrence, timezone, made }: CalendarSeries) => {
  const walls = occurrences(recurrence, { from: `${from}T00:00`, until: `${until}T00:00` });
  const byRule = walls
    .filter((wall) => !made.some(({ occurrence }) => occurrence === wall))
    .map((wall) => instantOf(wall, timezone)!.at);
  const own = made.filter(({ event }) => !event.cancelled);
  return [...byRule, ...own.map(({ event }) => instantOf(event.wall, event.timezone)!.at)].sort(
    (a, b) => a - b,
  );
};

const calendarOf = (what: { events?: CalendarEvent[]; series?: CalendarSeries[] }) =>
  calendarText({ name: 'Security guild', ...what }, now).text;
const someOf = <T>(kind: fc.Arbitrary<T>, many: number) => fc.sample(kind, { numRuns: many, seed: 31 });

const icalendar = hasIcalendar();
describe.skipIf(!icalendar)(without('python3-icalendar', icalendar), { timeout: 60_000 }, () => {
  it('reads every event at our moment, as long and with our words', () => {
    const given = someOf(events, 150);
    const read = readByPython(
      given.map((event) => calendarOf({ events: [event] })),
      from,
      until,
    );
    for (const [at, { wall, timezone, minutes, title }] of given.entries()) {
      const begin = instantOf(wall, timezone)!.at;
      expect(read[at]!.times).toEqual([
        expect.objectContaining({
          begin,
          end: begin + minutes * minute,
          summary: title,
          location: 'Room Ada',
        }),
      ]);
    }
  });

  it('reads every time of a series at our moment, what is skipped, moved and extra included', () => {
    const given = someOf(series, 40);
    const read = readByPython(
      given.map((one) => calendarOf({ series: [one] })),
      from,
      until,
    );
    for (const [at, one] of given.entries())
      expect(read[at]!.times.map(({ begin }) => begin)).toEqual(momentsOf(one));
  });

  it('would read a time that clocks show twice as another than we mean, were it written on those clocks', () => {
    const text = calendarOf({ events: [eventOf({ wall: '2026-10-25T02:30' })] });
    const onClocks = calendarOf({ events: [eventOf()] }).replace('20260304T170000', '20261025T023000');
    const [inUtc, another] = readByPython([text, onClocks], from, until).map(({ times }) => times[0]!.begin);
    expect(inUtc).toBe(instantOf('2026-10-25T02:30', 'Europe/Berlin')!.at);
    expect(another).not.toBe(inUtc);
  });

  it('reads an invitation and its cancellation for what they are', () => {
    const texts = [invitationOf(), invitationOf({ method: 'CANCEL' })].map(invitationText);
    const read = readByPython(texts, from, until);
    expect(read.map(({ method, times: [one] }) => [method, one!.begin, one!.status])).toEqual([
      ['REQUEST', Date.UTC(2026, 2, 4, 16), ''],
      ['CANCEL', Date.UTC(2026, 2, 4, 16), 'CANCELLED'],
    ]);
  });
});

const libical = hasLibical();
describe.skipIf(!libical)(without('libical', libical), { timeout: 60_000 }, () => {
  it('finds nothing against our calendars and invitations', () => {
    const texts = [
      ...someOf(events, 60).map((event) => calendarOf({ events: [event] })),
      ...someOf(series, 60).map((one) => calendarOf({ series: [one] })),
      ...someOf(events, 60).flatMap((event) => [
        invitationText(invitationOf({ event })),
        invitationText(invitationOf({ method: 'CANCEL', event })),
      ]),
    ];
    expect(complaintsOfLibical(texts).flat()).toEqual([]);
  });

  it('would find it', () => {
    const text = invitationText(invitationOf());
    const [without, twice, unreadable] = complaintsOfLibical([
      text.replace(/^ORGANIZER.*\r\n/m, ''),
      text.replace(/^(DTSTART;TZID.*\r\n)/m, '$1$1'),
      text.replace(/^DURATION:PT1H/m, 'DURATION:an hour'),
    ]);
    for (const complaints of [without, twice, unreadable]) expect(complaints!.length).toBeGreaterThan(0);
  });
});

import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

import { calendarText } from '#app/calendars/calendar.server.ts';
import type { CalendarSeries } from '#app/calendars/event.ts';
import { day, now } from '#test/support/clock.ts';

import { eventOf, seriesOf } from './known.ts';

/** What stands in the calendar of a series, by the names of RFC 5545. */
function writtenOf(series: CalendarSeries) {
  const { text } = calendarText({ name: series.title, series: [series] }, now);
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  return events.map((event) => {
    const said = (name: string) => {
      const values = event
        .getAllProperties(name)
        .map((one) => `${one.getFirstParameter('tzid') ?? ''} ${one.toICALString().split(':').at(-1)}`);
      return values.length > 0 ? { [name]: values.map((value) => value.trim()).join(', ') } : {};
    };
    const names = ['uid', 'sequence', 'dtstart', 'rrule', 'exdate', 'recurrence-id', 'summary'];
    return Object.assign({}, ...names.map(said)) as Record<string, string>;
  });
}

const master = {
  uid: 'series-s1@127.0.0.1',
  sequence: '0',
  dtstart: 'Europe/Berlin 20260304T170000',
  rrule: 'FREQ=MONTHLY;BYDAY=1WE',
  summary: 'Security guild',
};

describe('a series', () => {
  it('repeats by its rule, also where none has been made yet', () => {
    expect(writtenOf(seriesOf())).toEqual([master]);
  });

  it('begins with the first time its rule allows', () => {
    const recurrence = { rule: 'FREQ=MONTHLY;BYDAY=1WE', firstDay: '2026-03-05', time: '17:00' };
    const [first] = writtenOf(seriesOf({ recurrence }));
    expect(first!.dtstart).toBe('Europe/Berlin 20260401T170000');
  });

  it('leaves out what is skipped, and what is as the rule has it needs no word', () => {
    const made = [
      { occurrence: '2026-03-04T17:00', event: eventOf() },
      {
        occurrence: '2026-04-01T17:00',
        event: eventOf({ uid: 'meeting-m2', wall: '2026-04-01T17:00', cancelled: true }),
      },
    ];
    expect(writtenOf(seriesOf({ made }))).toEqual([{ ...master, exdate: 'Europe/Berlin 20260401T170000' }]);
  });

  it('says how a moved one really is', () => {
    const event = eventOf({ uid: 'meeting-m2', wall: '2026-04-02T09:00', sequence: 1 });
    expect(writtenOf(seriesOf({ sequence: 3, made: [{ occurrence: '2026-04-01T17:00', event }] }))).toEqual([
      { ...master, sequence: '3' },
      {
        uid: master.uid,
        sequence: '3',
        dtstart: 'Europe/Berlin 20260402T090000',
        'recurrence-id': 'Europe/Berlin 20260401T170000',
        summary: 'Security guild',
      },
    ]);
  });

  it.each([
    ['longer', { minutes: 90 }],
    ['elsewhere', { place: 'Room Grace' }],
    ['of another name', { title: 'War stories' }],
    ['in another zone', { timezone: 'America/New_York' }],
  ])('says of one that is %s how it is', (_, others) => {
    const made = [{ occurrence: '2026-03-04T17:00', event: eventOf(others) }];
    expect(writtenOf(seriesOf({ made }))).toHaveLength(2);
  });

  it('has an extra one beside it, and one from before its rule was another', () => {
    const made = [
      { occurrence: null, event: eventOf({ uid: 'meeting-m2', wall: '2026-03-10T17:00' }) },
      {
        occurrence: '2026-02-26T17:00',
        event: eventOf({ uid: 'meeting-m0', wall: '2026-02-26T17:00' }),
      },
      { occurrence: null, event: eventOf({ uid: 'meeting-m3', cancelled: true }) },
    ];
    expect(writtenOf(seriesOf({ made })).map(({ uid, dtstart }) => [uid, dtstart])).toEqual([
      [master.uid, master.dtstart],
      ['meeting-m2@127.0.0.1', 'Europe/Berlin 20260310T170000'],
      ['meeting-m0@127.0.0.1', 'Europe/Berlin 20260226T170000'],
    ]);
  });

  it('has nothing where its rule would have had it before it was this rule', () => {
    const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=WE', firstDay: '2026-02-04', time: '17:00' };
    const made = [
      { occurrence: '2026-02-18T17:00', event: eventOf({ uid: 'meeting-m1', wall: '2026-02-18T17:00' }) },
    ];
    expect(writtenOf(seriesOf({ recurrence, made }))).toEqual([
      {
        ...master,
        dtstart: 'Europe/Berlin 20260218T170000',
        rrule: 'FREQ=WEEKLY;BYDAY=WE',
        exdate: 'Europe/Berlin 20260225T170000',
      },
    ]);
  });

  it('that has ended repeats up to there, and no longer counts', () => {
    const endedAt = now + 60 * day;
    const recurrence = { rule: 'FREQ=MONTHLY;BYDAY=1WE;COUNT=9', firstDay: '2026-03-04', time: '17:00' };
    const [first] = writtenOf(seriesOf({ recurrence, endedAt }));
    expect(first!.rrule).toBe('FREQ=MONTHLY;BYDAY=1WE;UNTIL=20260503T093000Z');
  });

  it('until a day says so in UTC', () => {
    const recurrence = {
      rule: 'FREQ=MONTHLY;BYDAY=1WE;UNTIL=20260701T170000',
      firstDay: '2026-03-04',
      time: '17:00',
    };
    const [first] = writtenOf(seriesOf({ recurrence }));
    expect(first!.rrule).toBe('FREQ=MONTHLY;BYDAY=1WE;UNTIL=20260701T150000Z');
  });

  it('that ended before it began is not there', () => {
    expect(writtenOf(seriesOf({ endedAt: now - day }))).toEqual([]);
  });

  it('whose rule never comes is not there', () => {
    const recurrence = {
      rule: 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31',
      firstDay: '2026-02-01',
      time: '17:00',
    };
    expect(writtenOf(seriesOf({ recurrence }))).toEqual([]);
  });

  it('at a time that clocks skip or show twice has that one in UTC, beside it', () => {
    const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=SU', firstDay: '2026-03-15', time: '02:30' };
    const [first, ...apart] = writtenOf(seriesOf({ recurrence }));
    expect(first!.exdate).toBe(
      [
        'Europe/Berlin 20260329T023000',
        'Europe/Berlin 20261025T023000',
        'Europe/Berlin 20270328T023000',
        'Europe/Berlin 20271031T023000',
      ].join(', '),
    );
    expect(apart.slice(0, 2).map(({ uid, dtstart }) => [uid, dtstart])).toEqual([
      ['series-s1-20260329T0230@127.0.0.1', '20260329T013000Z'],
      ['series-s1-20261025T0230@127.0.0.1', '20261025T003000Z'],
    ]);
  });

  it('that begins with such a time repeats from the next one on', () => {
    const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=4', firstDay: '2026-03-29', time: '02:30' };
    expect(writtenOf(seriesOf({ recurrence }))).toEqual([
      { ...master, dtstart: 'Europe/Berlin 20260405T023000', rrule: 'FREQ=WEEKLY;COUNT=3;BYDAY=SU' },
      {
        uid: 'series-s1-20260329T0230@127.0.0.1',
        sequence: '0',
        dtstart: '20260329T013000Z',
        summary: 'Security guild',
      },
    ]);
  });

  it('in a zone that is known no longer has those that were made, when they are, and promises no more', () => {
    const timezone = 'Mars/Base';
    const startsAt = Date.UTC(2026, 2, 4, 16);
    const made = [{ occurrence: '2026-03-04T17:00', event: eventOf({ timezone, startsAt }) }];
    const series = seriesOf({ timezone, made });
    expect(writtenOf(series)).toEqual([
      {
        uid: 'meeting-m1@127.0.0.1',
        sequence: '0',
        dtstart: '20260304T160000Z',
        summary: 'Security guild',
      },
    ]);
    expect(calendarText({ name: '', series: [series] }, now).inUtc).toEqual([timezone]);
  });

  it('in a zone by its distance from UTC is written time by time', () => {
    const [first, second] = writtenOf(seriesOf({ timezone: '+05:45' }));
    expect([first!.dtstart, second!.dtstart]).toEqual(['20260304T111500Z', '20260401T111500Z']);
    expect(first!.rrule).toBeUndefined();
  });
});

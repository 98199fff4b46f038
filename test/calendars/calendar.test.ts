import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';

import { calendarText, invitationText } from '#app/calendars/calendar.server.ts';
import type { CalendarEvent } from '#app/calendars/event.ts';
import { instantOf } from '#app/calendars/wall-time.ts';
import { now } from '#test/support/clock.ts';

import { eventOf, invitationOf } from './known.ts';

const name = 'Mara’s dates';
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const eventsIn = (text: string) => parsed(text).getAllSubcomponents('vevent');
const zonesIn = (text: string) =>
  parsed(text)
    .getAllSubcomponents('vtimezone')
    .map((zone) => zone.getFirstPropertyValue('tzid'));
const textWith = (...events: CalendarEvent[]) => calendarText({ name, events }, now).text;
const startOf = (event: ICAL.Component) => {
  const property = event.getFirstProperty('dtstart')!;
  return [String(property.getFirstValue()), property.getFirstParameter('tzid') ?? null];
};

const titles = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('a, b; c\\n', 'two\nlines', '🦊'.repeat(60), 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:y'),
);
/** Clocks change at night; here it is any day and hour by day. */
const walls = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 6, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([days, hour, minute]) =>
    new Date(Date.UTC(2026, 0, 1 + days, hour, minute)).toISOString().slice(0, 16),
  );
const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney');

describe('an event', () => {
  it('is read with the words, the time and the zone that went in, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: titles, place: titles, wall: walls, timezone: zones }), { maxLength: 3 }),
        (given) => {
          const text = textWith(...given.map((one, at) => eventOf({ ...one, uid: `meeting-${at}` })));
          const events = eventsIn(text);
          expect(events).toHaveLength(given.length);
          for (const [at, { title, place, wall, timezone }] of given.entries()) {
            expect(events[at]!.getFirstPropertyValue('summary')).toBe(clean(title));
            expect(events[at]!.getFirstPropertyValue('location') ?? '').toBe(clean(place));
            expect(startOf(events[at]!)).toEqual([`${wall}:00`, timezone]);
          }
        },
      ),
    );
  });

  it('stands in lines of at most 75 octets, each with its own end', () => {
    fc.assert(
      fc.property(titles, titles, (title, place) => {
        const text = textWith(eventOf({ title, place }));
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        const lines = text.slice(0, -2).split('\r\n');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
      }),
    );
  });

  it('cannot bring in another by its title', () => {
    const text = textWith(eventOf({ title: 'Guild\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil\r\n' }));
    expect(eventsIn(text)).toHaveLength(1);
    expect(text).not.toMatch(/^UID:evil/m);
  });

  it('says when, what and where, and no more', () => {
    const event = eventOf({ link: 'https://meet.example/secret-room' });
    const said = eventsIn(textWith(event))[0]!
      .getAllProperties()
      .map((property) => property.name);
    expect(new Set(said)).toEqual(
      new Set(['uid', 'dtstamp', 'last-modified', 'sequence', 'dtstart', 'duration', 'summary', 'location']),
    );
  });

  it('brings its zone once, and none that nothing stands in', () => {
    const text = textWith(
      eventOf(),
      eventOf({ uid: 'meeting-m2', wall: '2026-04-01T17:00' }),
      eventOf({ uid: 'meeting-m3', timezone: 'America/New_York' }),
    );
    expect(zonesIn(text)).toEqual(['Europe/Berlin', 'America/New_York']);
  });

  it('in a zone of an old name stands in the one it is called now', () => {
    const text = textWith(eventOf({ timezone: 'Asia/Calcutta' }));
    expect(zonesIn(text)).toEqual(['Asia/Kolkata']);
    expect(startOf(eventsIn(text)[0]!)).toEqual(['2026-03-04T17:00:00', 'Asia/Kolkata']);
  });

  it.each([
    ['skipped', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['twice', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['skipped', '2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['twice', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ])('on clocks that have its time %s is written in UTC', (change, wall, timezone, utc) => {
    expect(instantOf(wall, timezone)).toEqual({ at: Date.parse(utc), change });
    expect(startOf(eventsIn(textWith(eventOf({ wall, timezone })))[0]!)).toEqual([utc, null]);
  });

  it('that is the second of two such times is at the moment that was kept', () => {
    const startsAt = Date.UTC(2026, 9, 25, 1, 30);
    const [event] = eventsIn(textWith(eventOf({ wall: '2026-10-25T02:30', startsAt })));
    expect(startOf(event!)).toEqual(['2026-10-25T01:30:00Z', null]);
  });

  it('in a zone that is known no longer is written at the moment that was kept, and that is said', () => {
    const startsAt = Date.UTC(2026, 2, 4, 16);
    const { text, inUtc } = calendarText(
      { name, events: [eventOf({ timezone: 'Mars/Base', startsAt }), eventOf({ uid: 'meeting-m2' })] },
      now,
    );
    expect(inUtc).toEqual(['Mars/Base']);
    expect(startOf(eventsIn(text)[0]!)).toEqual(['2026-03-04T16:00:00Z', null]);
    expect(zonesIn(text)).toEqual(['Europe/Berlin']);
  });

  it('that is off says so', () => {
    const [event] = eventsIn(textWith(eventOf({ cancelled: true })));
    expect(event!.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('is the same text at another time', () => {
    const of = (at: number) => calendarText({ name, events: [eventOf()] }, at).text;
    expect(of(now)).toBe(of(now + 86_400_000));
  });
});

describe('an invitation', () => {
  const partsOf = (text: string) => {
    const calendar = parsed(text);
    const event = calendar.getFirstSubcomponent('vevent')!;
    const attendee = event.getFirstProperty('attendee')!;
    return {
      method: calendar.getFirstPropertyValue('method'),
      sequence: event.getFirstPropertyValue('sequence'),
      status: event.getFirstPropertyValue('status'),
      url: event.getFirstPropertyValue('url'),
      organiser: event.getFirstPropertyValue('organizer'),
      attendee: attendee.getFirstValue(),
      partstat: attendee.getFirstParameter('partstat'),
      rsvp: attendee.getFirstParameter('rsvp'),
      name: attendee.getFirstParameter('cn'),
    };
  };

  it('asks one person, and says where to join', () => {
    const event = eventOf({ sequence: 2, link: 'https://meet.example/a?b=c,d;e' });
    expect(partsOf(invitationText(invitationOf({ event })))).toEqual({
      method: 'REQUEST',
      sequence: 2,
      status: null,
      url: 'https://meet.example/a?b=c,d;e',
      organiser: 'mailto:mara.lindqvist@northwind.example',
      attendee: 'mailto:jonas.brandt@northwind.example',
      partstat: 'NEEDS-ACTION',
      rsvp: 'FALSE',
      name: 'Jonas Brandt',
    });
  });

  it('is taken back under the same name, with the next number', () => {
    const asked = invitationText(invitationOf());
    const taken = invitationText(invitationOf({ method: 'CANCEL', event: eventOf({ sequence: 1 }) }));
    const uids = [asked, taken].map((text) => eventsIn(text)[0]!.getFirstPropertyValue('uid'));
    expect(uids[0]).toBe(uids[1]);
    expect(partsOf(taken)).toMatchObject({ method: 'CANCEL', sequence: 1, status: 'CANCELLED', url: null });
  });

  it('lets nobody in by a name, a link or an address', () => {
    fc.assert(
      fc.property(titles, titles, (words, link) => {
        const person = { name: words, address: 'jonas.brandt@northwind.example' };
        const text = invitationText(
          invitationOf({
            event: eventOf({ link: `https://meet.example/${link}` }),
            organiser: person,
            attendee: { ...person, partstat: 'ACCEPTED' },
          }),
        );
        const [event] = eventsIn(text);
        expect(eventsIn(text)).toHaveLength(1);
        expect(event!.getAllProperties('attendee')).toHaveLength(1);
        expect(event!.getAllProperties('uid')).toHaveLength(1);
        expect(partsOf(text).attendee).toBe('mailto:jonas.brandt@northwind.example');
      }),
    );
  });
});

/** What a calendar may hold of a text. */
const clean = (text: string) =>
  [...text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n')]
    .filter((character) => character === '\n' || !/\p{Cc}/u.test(character))
    .join('');

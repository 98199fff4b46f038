import ICAL from 'ical.js';

import type { CalendarEvent, CalendarSeries, Invitation } from './event.ts';
import { repeating } from './repeating.server.ts';
import { asText, single } from './vevent.server.ts';
import { zoneOf } from './zones.server.ts';

// A line is at most 75 octets long (RFC 5545, 3.1), and one that goes on begins with a space.
ICAL.foldLength = 74;

/** Programs that heed it ask again after so long. */
const FRESH_FOR_SECONDS = 60 * 60;

/**
 * A calendar to subscribe to: time, title and place of events and of series, and no more. It is the same text as long as
 * they are the same. `inUtc`: the zones that calendars cannot be told of (any more), whose times are in UTC.
 */
export function calendarText(
  { name, events = [], series = [] }: { name: string; events?: CalendarEvent[]; series?: CalendarSeries[] },
  now: number,
): { text: string; inUtc: string[] } {
  const calendar = emptyCalendar();
  calendar.addPropertyWithValue('x-wr-calname', asText(name));
  const every = ICAL.Duration.fromSeconds(FRESH_FOR_SECONDS);
  calendar.addPropertyWithValue('x-published-ttl', every.toString());
  const components = [
    ...events.map((event) => single(event)),
    ...series.flatMap((one) => repeating(one, now)),
  ];
  const zones = [...events, ...series, ...series.flatMap(({ made }) => made.map(({ event }) => event))].map(
    ({ timezone }) => timezone,
  );
  const inUtc = [...new Set(zones)].filter((zone) => !zoneOf(zone));
  return { text: textOf(calendar, components, zones), inUtc };
}

/** An invitation, its update or its cancellation (RFC 5546), as a letter carries it to one person. */
export function invitationText({ method, event, organiser, attendee, now }: Invitation): string {
  const calendar = emptyCalendar();
  calendar.addPropertyWithValue('method', method);
  const component = single({ ...event, cancelled: method === 'CANCEL' }, now);
  if (event.link !== null && method === 'REQUEST')
    component.addPropertyWithValue('url', asText(event.link).replaceAll('\n', ''));
  addPerson(component, 'organizer', organiser);
  // Nobody reads mail that is sent to Guildhall: the letter says where to answer.
  addPerson(component, 'attendee', attendee, { partstat: attendee.partstat, rsvp: 'FALSE' });
  return textOf(calendar, [component], [event.timezone]);
}

function emptyCalendar(): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Guildhall//Guildhall//EN');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  return calendar;
}

function addPerson(
  component: ICAL.Component,
  part: 'organizer' | 'attendee',
  { name, address }: { name: string; address: string },
  parameters: Record<string, string> = {},
): void {
  const person = component.addPropertyWithValue(part, `mailto:${encodeURI(address)}`);
  // Older programs know no way to write a quotation mark or a line break here.
  person.setParameter('cn', asText(name).replaceAll('"', '’').replaceAll('\n', ' '));
  for (const [parameter, value] of Object.entries(parameters)) person.setParameter(parameter, value);
}

/** Puts it together, with one VTIMEZONE for each zone that a time is written in. */
function textOf(calendar: ICAL.Component, events: ICAL.Component[], timezones: string[]): string {
  const names = new Set(
    events.flatMap((event) => event.getAllProperties().map((property) => property.getFirstParameter('tzid'))),
  );
  const zones = new Map(
    timezones.flatMap((timezone) => {
      const zone = zoneOf(timezone);
      return zone && names.has(zone.tzid) ? [[zone.tzid, zone.block] as const] : [];
    }),
  );
  for (const block of zones.values()) calendar.addSubcomponent(copyOf(block));
  for (const event of events) calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** A component has one parent at a time. */
const copyOf = (component: ICAL.Component) =>
  new ICAL.Component(structuredClone(component.toJSON()) as unknown[]);

import ICAL from 'ical.js';

import { configuration } from '#app/configuration.server.ts';

import type { CalendarEvent } from './event.ts';
import { utc, written, type Written } from './zones.server.ts';

/** Text as calendars may hold it: its lines, and no other control characters. */
export const asText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, '');

/** Puts a time into a component, with its zone beside it where it has one. */
export function addTime(component: ICAL.Component, name: string, { time, tzid }: Written): void {
  const property = component.addPropertyWithValue(name, time);
  if (tzid !== null) property.setParameter('tzid', tzid);
}

/** A name that is one thing's alone, in all calendars there are. */
const uidOf = (uid: string) => `${uid}@${new URL(configuration.origin).hostname}`;

type Plain = Pick<CalendarEvent, 'uid' | 'sequence' | 'minutes' | 'title' | 'place' | 'changedAt'>;

/** A VEVENT that says when, what and where, and no more. `stampedAt`: when it was written, in a letter. */
export function vevent(event: Plain, start: Written, stampedAt = event.changedAt): ICAL.Component {
  const { uid, sequence, minutes, title, place, changedAt } = event;
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', uidOf(uid));
  component.addPropertyWithValue('dtstamp', utc(stampedAt));
  component.addPropertyWithValue('last-modified', utc(changedAt));
  component.addPropertyWithValue('sequence', sequence);
  addTime(component, 'dtstart', start);
  component.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(minutes * 60));
  component.addPropertyWithValue('summary', asText(title));
  if (place !== '') component.addPropertyWithValue('location', asText(place));
  return component;
}

/** The VEVENT of something that happens once. */
export function single(event: CalendarEvent, stampedAt?: number): ICAL.Component {
  const component = vevent(event, written(event.wall, event.timezone, event.startsAt), stampedAt);
  if (event.cancelled) component.addPropertyWithValue('status', 'CANCELLED');
  return component;
}

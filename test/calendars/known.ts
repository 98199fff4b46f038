/** Events and series as rooms hand them over, for tests of what is written of them. */
import type { CalendarEvent, CalendarSeries, Invitation } from '#app/calendars/event.ts';
import { now } from '#test/support/clock.ts';

/** The guild's meeting on 4 March, at five in Berlin. */
export const eventOf = (others: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'meeting-m1',
  sequence: 0,
  wall: '2026-03-04T17:00',
  timezone: 'Europe/Berlin',
  minutes: 60,
  title: 'Security guild',
  place: 'Room Ada',
  link: null,
  cancelled: false,
  changedAt: now,
  ...others,
});

/** The guild, on every first Wednesday. */
export const seriesOf = (others: Partial<CalendarSeries> = {}): CalendarSeries => ({
  uid: 'series-s1',
  sequence: 0,
  recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1WE', firstDay: '2026-03-04', time: '17:00' },
  timezone: 'Europe/Berlin',
  minutes: 60,
  title: 'Security guild',
  place: 'Room Ada',
  changedAt: now,
  endedAt: null,
  made: [],
  ...others,
});

/** Mara asks Jonas. */
export const invitationOf = (others: Partial<Invitation> = {}): Invitation => ({
  method: 'REQUEST',
  event: eventOf(),
  organiser: { name: 'Mara Lindqvist', address: 'mara.lindqvist@northwind.example' },
  attendee: { name: 'Jonas Brandt', address: 'jonas.brandt@northwind.example', partstat: 'NEEDS-ACTION' },
  now,
  ...others,
});

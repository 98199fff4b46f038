import type { CalendarEvent } from '#app/calendars/event.ts';

import type { State } from './meeting.ts';

type Kept = {
  id: string;
  sequence: number;
  wall: string;
  timezone: string;
  startsAt: number;
  minutes: number;
  title: string;
  place: string;
  link: string | null;
  state: State;
};

/** A meeting as calendars are told of it; `changedAt` is when it last changed (epoch ms). */
export const eventOf = (
  { id, sequence, wall, timezone, startsAt, minutes, title, place, link, state }: Kept,
  changedAt: number,
): CalendarEvent => ({
  uid: `meeting-${id}`,
  ...{ sequence, wall, timezone, startsAt, minutes, title, place, link, changedAt },
  cancelled: state === 'skipped',
});

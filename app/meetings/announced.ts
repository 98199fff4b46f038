import { minutesLater, type WallTime } from '#app/calendars/wall-time.ts';

// A time on somebody's clocks has no zone until it is said: it is formatted as if it were UTC.
const dayOf = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** When a meeting is, on the clocks of its zone: "Wednesday 4 March 2026, 17:00–18:00 (Europe/Berlin)". */
export function whenInWords(wall: WallTime, zone: string, minutes: number): string {
  const until = minutesLater(wall, minutes);
  return `${dayOf.format(Date.parse(`${wall}Z`))}, ${wall.slice(11, 16)}–${until.slice(11, 16)} (${zone})`;
}

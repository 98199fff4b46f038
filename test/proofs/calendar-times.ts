/** When something is: as we keep it, and as other programs read it. What the two differ in was not read right. */
import { occurrences } from '#app/calendars/recurrence.ts';
import { instantOf } from '#app/calendars/wall-time.ts';
import type { Read } from '#test/calendars/programs.ts';

import type { Arranged, Kept } from './calendar-house.ts';

const MINUTE = 60_000;

/** Begin and end in epoch ms. */
export type Time = { begin: number; end: number; title: string; place: string; off: boolean };

/** A time in one line. */
export const inLine = ({ begin, end, title, place, off }: Time): string =>
  [new Date(begin).toISOString(), (end - begin) / MINUTE, title, place, off ? 'off' : ''].join(' | ');

/** Which of these times are on one side alone, in words; none where they are the same. */
export function differences(kept: Time[], read: Time[]): string[] {
  const [ours, theirs] = [kept.map(inLine), read.map(inLine)];
  return [
    ...without(ours, theirs).map((line) => `missing: ${line}`),
    ...without(theirs, ours).map((line) => `too many: ${line}`),
  ];
}

/** Some lines without those that others hold, each as often as it stands there. */
export function without(some: string[], others: string[]): string[] {
  const left = [...others];
  return some.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

type What = Pick<Kept, 'wall' | 'timezone' | 'minutes' | 'title' | 'place' | 'state'>;

/** A meeting by our own rules. */
export const ofMeeting = ({ wall, timezone, minutes, title, place, state }: What): Time => {
  const begin = instantOf(wall, timezone)!.at;
  return { begin, end: begin + minutes * MINUTE, title, place, off: state === 'skipped' };
};

/** What python3-icalendar read. */
export const ofReading = ({ begin, end, summary, location, status }: Read): Time => ({
  ...{ begin, end, title: summary, place: location, off: status === 'CANCELLED' },
});

/** A series by our own rules, up to a day: its meetings as they are kept, and the others as its rule has them. */
export function ofSeries(series: Arranged, meetings: Kept[], until: string): Time[] {
  const { id, name, timezone, place, minutes, recurrence } = series;
  const made = meetings.filter(({ seriesId }) => seriesId === id);
  const byRule = occurrences(recurrence, { from: recurrence.firstDay, until })
    .filter((wall) => !made.some(({ occurrence }) => occurrence === wall))
    .map((wall) => ({ wall, timezone, minutes, title: name, place, state: 'planned' }));
  return [...made.filter(({ state }) => state !== 'skipped'), ...byRule].map(ofMeeting);
}

/** Northwind with series of meetings in it, arranged through its forms across the changes of clocks to come. */
import Sqlite from 'better-sqlite3';

import { type Recurrence, ruleOf } from '#app/calendars/recurrence.ts';
import { instantOf, type WallTime, wallTimeAt } from '#app/calendars/wall-time.ts';
import { paths } from '#app/paths.ts';

import { idIn, type Northwind, type Somebody } from './northwind.ts';

const DAY = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A meeting as it is kept. */
export type Kept = {
  id: string;
  seriesId: string;
  occurrence: WallTime | null;
  wall: WallTime;
  timezone: string;
  minutes: number;
  title: string;
  place: string;
  state: string;
  sequence: number;
};

export type Arranged = {
  id: string;
  name: string;
  timezone: string;
  minutes: number;
  place: string;
  recurrence: Recurrence;
};

const MINUTES = 50;

const wanted = [
  { name: 'Security guild; all of us, every week', timezone: 'Europe/Berlin', weekday: 3, time: '17:00' },
  { name: 'Threat models 🦊 over coffee', timezone: 'America/New_York', weekday: 2, time: '09:30' },
  { name: 'Night watch, Berlin', timezone: 'Europe/Berlin', weekday: 7, time: '02:30' },
  { name: 'Night watch, New York, early', timezone: 'America/New_York', weekday: 7, time: '01:30' },
  { name: 'Night watch, New York, late', timezone: 'America/New_York', weekday: 7, time: '02:30' },
];

/** The next day, at least three ahead, that is this day of the week (1: Monday). */
const nextDay = (weekday: number, now: number): string => {
  const ahead = Array.from({ length: 7 }, (_, plus) => now + (3 + plus) * DAY);
  return dayOf(ahead.find((at) => (new Date(at).getUTCDay() || 7) === weekday)!);
};

/** Arranges the series, moves and skips some of their meetings, and adds others around each change of clocks. */
export async function arrange(host: Somebody, now: number): Promise<Arranged[]> {
  const arranged: Arranged[] = [];
  for (const { name, timezone, weekday, time } of wanted) {
    const firstDay = nextDay(weekday, now);
    const place = `Room “${name.slice(0, 5)}”, 3rd floor; ring twice`;
    const fields = { name, timezone, time, firstDay, place, rhythm: 'custom', minutes: String(MINUTES) };
    const rule = ruleOf('weekly', firstDay);
    const more = {
      rule,
      inviteDays: '1',
      template: '20-20-20',
      link: 'https://meet.example/guild',
      host: '',
    };
    const id = idIn(await host.post(paths.newMeetingSeries(), { ...fields, ...more }));
    const recurrence = { rule, firstDay, time };
    arranged.push({ id, name, timezone, minutes: MINUTES, place, recurrence });
    for (const wall of aroundChanges(timezone, time, now))
      await host.post(paths.extraMeeting(id), { day: wall.slice(0, 10), time: wall.slice(11) });
  }
  return arranged;
}

/** On the days of the next year on which a zone's clocks change: an hour into the night, at a time of one's own, at five. */
function aroundChanges(timezone: string, time: string, now: number): WallTime[] {
  const days = Array.from({ length: 360 }, (_, plus) => dayOf(now + (plus + 3) * DAY));
  const change = (day: string) =>
    ['01:30', '02:30'].some((at) => instantOf(`${day}T${at}`, timezone)!.change !== null);
  return days
    .filter(change)
    .flatMap((day) => ['00:45', '01:30', '02:30', '17:00'].map((at) => `${day}T${at}`))
    .filter((wall) => wall.slice(11) !== time);
}

/** The meetings that are kept, the earliest first. */
export function keptMeetings({ file }: Northwind): Kept[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database
      .prepare(
        `SELECT id, series_id AS seriesId, occurrence, wall, timezone, minutes, title, place, state, sequence
         FROM meetings ORDER BY starts_at, id`,
      )
      .all() as Kept[];
  } finally {
    database.close();
  }
}

/** Moves the second meeting of each series by a day and some, and skips its third. Returns both. */
export async function disturb(host: Somebody, meetings: Kept[]): Promise<Kept[]> {
  const bySeries = Map.groupBy(
    meetings.filter(({ occurrence }) => occurrence !== null),
    ({ seriesId }) => seriesId,
  );
  const disturbed: Kept[] = [];
  for (const [, moved, skipped] of bySeries.values()) {
    const to = wallTimeAt(Date.parse(`${moved!.wall}Z`) + 1.4 * DAY, 'UTC');
    const fields = { day: to.slice(0, 10), time: to.slice(11), version: '1' };
    await host.post(paths.moveMeeting(moved!.id), await versioned(host, moved!.id, fields));
    await host.post(paths.meetingSkipping(skipped!.id));
    disturbed.push(moved!, skipped!);
  }
  return disturbed;
}

/** The fields of a form with the version that its page holds. */
async function versioned(host: Somebody, id: string, fields: Record<string, string>) {
  const page = await host.page(paths.moveMeeting(id));
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? fields.version!;
  return { ...fields, version };
}

/** Makes an address to subscribe to, as somebody: all of theirs, or one series. */
export async function addressOf(person: Somebody, seriesId: string): Promise<string> {
  const { text } = await person.submit(paths.calendars(), { series: seriesId });
  const address = /https?:\/\/[^"\s]+\/calendars\/[\w-]{43}\/guildhall\.ics/.exec(text)?.[0];
  if (!address) throw new Error('There is no address in what making one is answered with.');
  return address;
}

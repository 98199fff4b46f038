/** What a calendar that somebody subscribed to holds: composed of what the rooms tell calendars. */
import { organisation } from '#app/accounts/organisation.server.ts';
import { calendarText } from '#app/calendars/calendar.server.ts';
import type { Feed } from '#app/calendars/feeds.server.ts';
import { meetingEventsOf, seriesCalendar } from '#app/meetings/calendar-events.server.ts';
import { officeHourEventsOf } from '#app/office-hours/calendar-events.server.ts';
import { memory, remember } from '#db/remember.server.ts';

/** How many characters of calendars are kept: programs ask every few minutes, and seldom is anything new. */
const MOST = 8 * 1024 * 1024;
/** What is near and what was long ago changes by the hour. */
const BUCKET_MS = 60 * 60_000;
const calendars = memory<ReturnType<typeof calendarText>>(MOST, ({ text }) => text.length);

/** A feed as iCalendar text; `inUtc`: zones whose times could only be written in UTC. */
export function feedCalendar({ personId, seriesId }: Feed, now: number) {
  const hour = Math.floor(now / BUCKET_MS) * BUCKET_MS;
  const key = JSON.stringify([seriesId ?? personId, seriesId === null, hour]);
  return remember(calendars, key, () =>
    seriesId === null ? ownCalendar(personId, hour) : calendarOfSeries(seriesId, hour),
  );
}

async function ownCalendar(personId: string, now: number) {
  const here = await organisation();
  const events = [...(await meetingEventsOf(personId, now)), ...(await officeHourEventsOf(personId, now))];
  return calendarText({ name: here ? `Guildhall, ${here.name}` : 'Guildhall', events }, now);
}

async function calendarOfSeries(seriesId: string, now: number) {
  const series = await seriesCalendar(seriesId);
  return calendarText({ name: series?.title ?? 'Guildhall', series: series ? [series] : [] }, now);
}

import { and, asc, eq, gt, isNull } from 'drizzle-orm';

import { isZone } from '#app/calendars/wall-time.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { meetings, meetingSeries, seriesFollowers } from '#db/schema/meetings.ts';

/** A series with its host's name; null when there is none of this id. Everybody sees series. */
export async function seriesNamed(id: string) {
  const [row] = await db.read
    .select({ series: meetingSeries, host: people.name })
    .from(meetingSeries)
    .leftJoin(people, eq(people.id, meetingSeries.hostId))
    .where(eq(meetingSeries.id, id));
  return row ?? null;
}

/** All series, those that go on first, by name. There are few of them. */
export async function allSeries() {
  const rows = await db.read
    .select()
    .from(meetingSeries)
    .orderBy(asc(meetingSeries.name), asc(meetingSeries.id));
  return rows.sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null));
}

/** The series that go on and whose zone this system knows no longer: nothing is made for them. */
export async function seriesWithoutZone(): Promise<{ id: string; name: string; timezone: string }[]> {
  const rows = await db.read
    .select({ id: meetingSeries.id, name: meetingSeries.name, timezone: meetingSeries.timezone })
    .from(meetingSeries)
    .where(isNull(meetingSeries.endedAt));
  return rows.filter(({ timezone }) => !isZone(timezone));
}

/** The meetings of a series that begin after a moment, the next first. */
export const meetingsAhead = (seriesId: string, now: number) =>
  db.read
    .select()
    .from(meetings)
    .where(and(eq(meetings.seriesId, seriesId), gt(meetings.startsAt, now)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(40);

/** What a person asked for about a series: to be invited, or left out. */
export async function wishOf(personId: string, seriesId: string): Promise<'invited' | 'left-out' | null> {
  const [row] = await db.read
    .select({ wish: seriesFollowers.wish })
    .from(seriesFollowers)
    .where(and(eq(seriesFollowers.seriesId, seriesId), eq(seriesFollowers.personId, personId)));
  return row?.wish ?? null;
}

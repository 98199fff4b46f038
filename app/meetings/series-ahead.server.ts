import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { meetings, meetingSeries } from '#db/schema/meetings.ts';

import { earliestComing, isOver } from './meeting.ts';

/** Every series that goes on, by name, with its meetings to come. What nobody has begun by the time it would be over is no more to come. */
export async function seriesAhead(now: number) {
  const rows = await db.read
    .select({
      series: { id: meetingSeries.id, name: meetingSeries.name, template: meetingSeries.template },
      meeting: {
        id: meetings.id,
        title: meetings.title,
        startsAt: meetings.startsAt,
        minutes: meetings.minutes,
        state: meetings.state,
        timezone: meetings.timezone,
      },
    })
    .from(meetingSeries)
    .leftJoin(
      meetings,
      and(
        eq(meetings.seriesId, meetingSeries.id),
        inArray(meetings.state, ['planned', 'running']),
        or(eq(meetings.state, 'running'), gte(meetings.startsAt, earliestComing(now))),
      ),
    )
    .where(isNull(meetingSeries.endedAt))
    .orderBy(asc(meetingSeries.name), asc(meetingSeries.id), asc(meetings.startsAt), asc(meetings.id));
  const bySeries = new Map<string, { id: string; name: string; template: string; coming: Coming[] }>();
  for (const { series, meeting } of rows) {
    const known = bySeries.get(series.id) ?? { ...series, coming: [] };
    if (meeting && !isOver(meeting, now)) known.coming.push(meeting);
    bySeries.set(series.id, known);
  }
  return [...bySeries.values()];
}

type Coming = { id: string; title: string; startsAt: number; timezone: string };
export type SeriesAhead = Awaited<ReturnType<typeof seriesAhead>>[number];

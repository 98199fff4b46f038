import { and, asc, eq, gt } from 'drizzle-orm';

import type { Reader } from '#db/database.ts';
import { meetings } from '#db/schema/meetings.ts';

/** The next meeting of a series that is planned, after a moment; null where there is none. */
export async function nextPlanned(reader: Pick<Reader, 'select'>, seriesId: string, after: number) {
  const [next] = await reader
    .select()
    .from(meetings)
    .where(and(eq(meetings.seriesId, seriesId), eq(meetings.state, 'planned'), gt(meetings.startsAt, after)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(1);
  return next ?? null;
}

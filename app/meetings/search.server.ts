import { desc, isNotNull, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { matching } from '#db/full-text.server.ts';
import { meetings } from '#db/schema/meetings.ts';

import { ROOM } from './words.server.ts';

const MOST_FOUND = 50;

export type FoundMeeting = {
  id: string;
  title: string;
  startsAt: number;
  timezone: string;
  /** the words around what was found, matches standing between U+0002 and U+0003 */
  snippet: string | null;
};

/** Meetings whose minutes, sent once, hold all the words of a query, best first; of those words that everyone may see. */
export async function foundMeetings(query: string): Promise<FoundMeeting[]> {
  const match = matching(ROOM, query);
  if (!match) return [];
  const found = await db.read
    .select({
      id: meetings.id,
      title: meetings.title,
      startsAt: meetings.startsAt,
      timezone: meetings.timezone,
    })
    .from(meetings)
    .innerJoin(sql`${match.ranked} as best`, sql`best.id = ${meetings.id}`)
    .where(isNotNull(meetings.minutesAt))
    .orderBy(sql`best.rank`, desc(meetings.startsAt))
    .limit(MOST_FOUND);
  const snippets = await match.snippets(found.map(({ id }) => id));
  return found.map((row) => ({ ...row, snippet: snippets.get(row.id) ?? null }));
}

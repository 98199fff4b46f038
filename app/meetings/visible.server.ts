import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { meetings, meetingSeries } from '#db/schema/meetings.ts';

import { runs } from './meeting.ts';

type Asker = { id: string; roles: readonly string[] };

/** A meeting with its series, its host's name and whether this person runs it; null where there is none. Everybody sees meetings. */
export async function visibleMeeting(viewer: Asker, id: string) {
  const [row] = await db.read
    .select({ meeting: meetings, series: meetingSeries, host: people.name })
    .from(meetings)
    .innerJoin(meetingSeries, eq(meetingSeries.id, meetings.seriesId))
    .leftJoin(people, eq(people.id, meetings.hostId))
    .where(eq(meetings.id, id));
  return row ? { ...row, runs: runs(viewer, row.meeting) } : null;
}

import { asc, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { meetingSteps } from '#db/schema/meetings.ts';

/** What happened to a meeting, oldest first; `by` is null where the house did it. */
export const stepsOf = (meetingId: string) =>
  db.read
    .select({
      id: meetingSteps.id,
      step: meetingSteps.step,
      at: meetingSteps.at,
      note: meetingSteps.note,
      by: people.name,
    })
    .from(meetingSteps)
    .leftJoin(people, eq(people.id, meetingSteps.byId))
    .where(eq(meetingSteps.meetingId, meetingId))
    .orderBy(asc(meetingSteps.at), asc(meetingSteps.id));

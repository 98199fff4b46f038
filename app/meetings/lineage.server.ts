import { and, asc, eq, ne } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';

import { seenBy } from './items.server.ts';

/** Where an item has stood so far, oldest first, as far as somebody may see it; null: among the proposals. */
export const lineageOf = (viewer: { id: string }, lineageId: string) =>
  db.read
    .select({
      id: agendaItems.id,
      state: agendaItems.state,
      meeting: {
        id: meetings.id,
        title: meetings.title,
        startsAt: meetings.startsAt,
        timezone: meetings.timezone,
      },
    })
    .from(agendaItems)
    .leftJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.lineageId, lineageId), ne(agendaItems.state, 'withdrawn'), seenBy(viewer)))
    .orderBy(asc(agendaItems.carried), asc(agendaItems.id));

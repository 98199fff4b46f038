/** How an item of an agenda is found: always through who asks. */
import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { agendaItems, meetings, meetingSeries } from '#db/schema/meetings.ts';

import { isAhead } from './agenda.ts';
import { runs } from './meeting.ts';

type Asker = { id: string; roles: readonly string[] };
const proposer = aliasOf(people, 'proposer');
const presenter = aliasOf(people, 'presenter');

/** What somebody may see of agendas and proposals: what came from something private, its audience alone. */
export const seenBy = (viewer: { id: string }) =>
  or(isNull(agendaItems.audienceId), visibleTo(viewer.id, agendaItems.audienceId))!;

/** The item, if this person may see it, where it stands and what they may do with it; else null, whether it exists or not. */
export async function visibleItem(viewer: Asker, id: string) {
  const [row] = await db.read
    .select({
      item: agendaItems,
      series: meetingSeries,
      meeting: meetings,
      proposer: proposer.name,
      presenter: presenter.name,
      presenterEmail: presenter.email,
    })
    .from(agendaItems)
    .innerJoin(meetingSeries, eq(meetingSeries.id, agendaItems.seriesId))
    .innerJoin(proposer, eq(proposer.id, agendaItems.proposedBy))
    .leftJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .leftJoin(presenter, eq(presenter.id, agendaItems.presenterId))
    .where(and(eq(agendaItems.id, id), seenBy(viewer)));
  if (!row) return null;
  const { item, meeting, series } = row;
  const runsIt = runs(viewer, meeting ?? series);
  const isTheirs = runsIt || item.proposedBy === viewer.id;
  const isStanding = meeting === null || isAhead(meeting.state);
  return { ...row, runs: runsIt, isTheirs, mayEdit: isTheirs && isStanding && item.state === 'open' };
}

/** The row of a lineage that counts now: open, else had; null where it was withdrawn. */
export async function newestOf(viewer: { id: string }, lineageId: string): Promise<{ id: string } | null> {
  const [row] = await db.read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(eq(agendaItems.lineageId, lineageId), inArray(agendaItems.state, ['open', 'done']), seenBy(viewer)),
    )
    .orderBy(desc(agendaItems.carried))
    .limit(1);
  return row ?? null;
}

import { and, asc, eq, sql } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { audiences } from '#db/schema/audiences.ts';
import { agendaItems, meetings } from '#db/schema/meetings.ts';

import { carriedWords, isPlaceholder } from './agenda.ts';
import { seenBy } from './items.server.ts';
import { kindIn } from './parts.server.ts';
import { standsIn } from './positions.server.ts';
import { votesOf } from './votes.server.ts';

const proposer = aliasOf(people, 'proposer');
const presenter = aliasOf(people, 'presenter');
const earlier = aliasOf(agendaItems, 'earlier');
const earlierMeeting = aliasOf(meetings, 'earlier_meeting');

/** The row from which an item was carried to where it is. */
const carriedFrom = and(
  eq(earlier.lineageId, agendaItems.lineageId),
  eq(earlier.state, 'carried'),
  sql`${earlier.carried} = ${agendaItems.carried} - 1`,
);

/**
 * What a person may see of a meeting's agenda, in its order: as a list it tells nothing of what they may not see.
 * `before` is the meeting in which an item was not reached the last time; `restricted`: it is not for everyone.
 */
export async function agendaOf(viewer: { id: string }, meetingId: string) {
  const rows = await db.read
    .select({
      item: agendaItems,
      template: meetings.template,
      proposer: proposer.name,
      presenter: presenter.name,
      scope: audiences.scope,
      before: {
        id: earlierMeeting.id,
        title: earlierMeeting.title,
        startsAt: earlierMeeting.startsAt,
        timezone: earlierMeeting.timezone,
      },
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(proposer, eq(proposer.id, agendaItems.proposedBy))
    .leftJoin(presenter, eq(presenter.id, agendaItems.presenterId))
    .leftJoin(audiences, eq(audiences.id, agendaItems.audienceId))
    .leftJoin(earlier, carriedFrom)
    .leftJoin(earlierMeeting, eq(earlierMeeting.id, earlier.meetingId))
    .where(and(standsIn(meetingId), seenBy(viewer)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  const votes = await votesOf(
    viewer,
    rows.map(({ item }) => item.lineageId),
  );
  return rows.map(({ item, template, proposer: by, presenter: name, scope, before }) => ({
    id: item.id,
    kind: item.kind,
    kindWords: kindIn(template, item.kind),
    title: item.title,
    about: item.about,
    link: item.link,
    minutes: item.minutes,
    presenter: item.presenterId && name ? { id: item.presenterId, name } : null,
    proposer: { id: item.proposedBy, name: by },
    state: item.state,
    outcome: item.outcome,
    carried: carriedWords(item.carried),
    before,
    placeholder: isPlaceholder(item),
    restricted: scope !== null && scope !== 'everyone',
    ...(votes.get(item.lineageId) ?? { votes: 0, voted: false }),
  }));
}

export type AgendaItem = Awaited<ReturnType<typeof agendaOf>>[number];

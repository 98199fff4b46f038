/** Proposals that wait for a meeting: those most wished for first, of these the oldest. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { agendaItems, meetingSeries } from '#db/schema/meetings.ts';

import { carriedWords } from './agenda.ts';
import { seenBy } from './items.server.ts';
import { kindIn } from './parts.server.ts';
import { type PoolPlace, writePoolPlace } from './pool-place.ts';
import { votesFor, votesOf } from './votes.server.ts';

const PAGE = 30;
const proposer = aliasOf(people, 'proposer');
const presenter = aliasOf(people, 'presenter');
const votes = votesFor(agendaItems.lineageId);

const beyond = (place: PoolPlace | null) =>
  place === null
    ? undefined
    : sql`(${votes} < ${place.votes} or (${votes} = ${place.votes} and (${agendaItems.proposedAt} > ${place.at}
        or (${agendaItems.proposedAt} = ${place.at} and ${agendaItems.id} > ${place.id}))))`;

/** What a person may see of the proposals of a series, from after a place on; `next` is the place to go on from. */
export async function poolPage(viewer: { id: string }, seriesId: string, after: PoolPlace | null) {
  const rows = await db.read
    .select({
      item: agendaItems,
      template: meetingSeries.template,
      proposer: proposer.name,
      presenter: presenter.name,
      votes,
    })
    .from(agendaItems)
    .innerJoin(meetingSeries, eq(meetingSeries.id, agendaItems.seriesId))
    .innerJoin(proposer, eq(proposer.id, agendaItems.proposedBy))
    .leftJoin(presenter, eq(presenter.id, agendaItems.presenterId))
    .where(
      and(
        eq(agendaItems.seriesId, seriesId),
        eq(agendaItems.state, 'open'),
        isNull(agendaItems.meetingId),
        seenBy(viewer),
        beyond(after),
      ),
    )
    .orderBy(desc(votes), asc(agendaItems.proposedAt), asc(agendaItems.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const own = await votesOf(
    viewer,
    page.map(({ item }) => item.lineageId),
  );
  const last = page.at(-1);
  return {
    proposals: page.map((row) => ({
      id: row.item.id,
      kindWords: kindIn(row.template, row.item.kind),
      title: row.item.title,
      minutes: row.item.minutes,
      proposer: row.proposer,
      presenter: row.presenter,
      carried: carriedWords(row.item.carried),
      mayEdit: row.item.proposedBy === viewer.id,
      votes: row.votes,
      voted: own.get(row.item.lineageId)?.voted ?? false,
    })),
    next:
      rows.length > PAGE && last
        ? writePoolPlace({ votes: last.votes, at: last.item.proposedAt, id: last.item.id })
        : null,
  };
}

export type Proposal = Awaited<ReturnType<typeof poolPage>>['proposals'][number];

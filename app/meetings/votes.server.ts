import { and, type AnyColumn, count, eq, inArray, sql } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { agendaVotes } from '#db/schema/meetings.ts';

const vote = aliasOf(agendaVotes, 'vote');

/** How many votes a lineage has, as part of a query of several tables. */
export const votesFor = (lineageId: AnyColumn) =>
  sql<number>`(select count(*) from ${agendaVotes} as vote where ${vote.lineageId} = ${lineageId})`.mapWith(
    Number,
  );

/** Of these lineages, how many votes each has, and whether this person's is among them. */
export async function votesOf(viewer: { id: string }, lineages: readonly string[]) {
  const votes = new Map<string, { votes: number; voted: boolean }>();
  if (lineages.length === 0) return votes;
  const own = sql<number>`sum(case when ${agendaVotes.personId} = ${viewer.id} then 1 else 0 end)`;
  const rows = await db.read
    .select({ lineageId: agendaVotes.lineageId, votes: count(), own: own.mapWith(Number) })
    .from(agendaVotes)
    .where(inArray(agendaVotes.lineageId, [...lineages]))
    .groupBy(agendaVotes.lineageId);
  for (const row of rows) votes.set(row.lineageId, { votes: row.votes, voted: row.own > 0 });
  return votes;
}

/**
 * Somebody would like to have this at a meeting, or not any more; said twice, it counts once. Of a lineage that was
 * looked up through them.
 */
export async function setVote(
  by: { id: string },
  lineageId: string,
  wanted: boolean,
  now: number,
): Promise<void> {
  await db.write(async (tx) => {
    if (wanted)
      await tx.insert(agendaVotes).values({ lineageId, personId: by.id, at: now }).onConflictDoNothing();
    else
      await tx
        .delete(agendaVotes)
        .where(and(eq(agendaVotes.lineageId, lineageId), eq(agendaVotes.personId, by.id)));
  });
}

/** Nominations as lists show them. */
import { and, asc, desc, eq, gt, inArray, isNull, ne, notInArray } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { nominations, nominationVotes } from '#db/schema/recognition.ts';

import { awardNames } from './award.server.ts';
import { isDecider, tiesOf } from './deciders.server.ts';
import { TAKING_BACK } from './nomination.ts';

const PAGE = 30;
const MOST_OWN = 20;
const columns = {
  id: nominations.id,
  award: nominations.award,
  state: nominations.state,
  nominatedAt: nominations.nominatedAt,
  decidedAt: nominations.decidedAt,
  person: people.name,
};

const listed = () =>
  db.read.select(columns).from(nominations).innerJoin(people, eq(people.id, nominations.personId));

/** Of somebody here whom the viewer is not close to, and not put forward by them. */
async function decidable(viewer: Viewer, now: number) {
  const ties = await tiesOf(viewer.id, now);
  return and(
    isNull(people.deactivatedAt),
    ne(nominations.byId, viewer.id),
    notInArray(nominations.personId, [...ties.keys()]),
  );
}

const named = async <R extends { award: string }>(rows: R[]) => {
  const names = await awardNames();
  return rows.map((row) => ({ ...row, award: names.get(row.award) ?? row.award }));
};

/** What waits to be decided on, the longest waiting first, from after a place on; null for who does not decide. */
export async function nominationsPage(viewer: Viewer, after: Cursor | null, now: number) {
  if (!(await isDecider(viewer, now))) return null;
  const where = await decidable(viewer, now);
  const rows = await listed()
    .where(
      and(
        where,
        eq(nominations.state, 'open'),
        beyond(nominations.nominatedAt, nominations.id, after, 'ascending'),
      ),
    )
    .orderBy(asc(nominations.nominatedAt), asc(nominations.id))
    .limit(PAGE + 1);
  const decided = await listed()
    .where(
      and(
        where,
        inArray(nominations.state, ['given', 'declined']),
        gt(nominations.decidedAt, now - TAKING_BACK),
      ),
    )
    .orderBy(desc(nominations.decidedAt), desc(nominations.id))
    .limit(MOST_OWN);
  const page = rows.slice(0, PAGE);
  const votes = await votesOf(page.map(({ id }) => id));
  const last = page.at(-1);
  return {
    open: (await named(page)).map((row) => ({
      ...row,
      votes: votes.filter(({ nominationId }) => nominationId === row.id).length,
      isMine: votes.some(({ nominationId, byId }) => nominationId === row.id && byId === viewer.id),
    })),
    decided: await named(decided),
    next: rows.length > PAGE && last ? writeCursor({ order: last.nominatedAt, id: last.id }) : null,
  };
}

/** How many nominations wait for somebody's vote; null for who does not decide. */
export async function nominationsWaitingFor(viewer: Viewer, now: number): Promise<number | null> {
  if (!(await isDecider(viewer, now))) return null;
  const rows = await db.read
    .select({ id: nominations.id, mine: nominationVotes.byId })
    .from(nominations)
    .innerJoin(people, eq(people.id, nominations.personId))
    .leftJoin(
      nominationVotes,
      and(eq(nominationVotes.nominationId, nominations.id), eq(nominationVotes.byId, viewer.id)),
    )
    .where(and(await decidable(viewer, now), eq(nominations.state, 'open'), isNull(nominationVotes.byId)))
    .limit(100);
  return rows.length;
}

/** What somebody put others forward for, the newest first: at most twenty. */
export const nominationsBy = async (personId: string) =>
  named(
    await listed()
      .where(eq(nominations.byId, personId))
      .orderBy(desc(nominations.nominatedAt), desc(nominations.id))
      .limit(MOST_OWN),
  );

/** What was said on each of these, the earliest first. */
export const votesOf = async (ids: string[]) =>
  ids.length === 0
    ? []
    : db.read
        .select()
        .from(nominationVotes)
        .where(inArray(nominationVotes.nominationId, ids))
        .orderBy(asc(nominationVotes.at), asc(nominationVotes.byId));

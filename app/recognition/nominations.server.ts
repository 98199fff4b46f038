/** Nominations as lists and pages show them. */
import { and, asc, desc, eq, gt, inArray, isNull, ne, notInArray } from 'drizzle-orm';

import { may } from '#app/accounts/permissions.ts';
import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { nominations, nominationVotes } from '#db/schema/recognition.ts';

import { awardNamed, awardNames } from './award.server.ts';
import { isDecider, tiesOf } from './deciders.server.ts';
import { grantsOf } from './grants.server.ts';
import { mayBeTakenBack, TAKING_BACK } from './nomination.ts';
import { showStates } from './own-page.server.ts';
import { type NominationRow, visibleNomination } from './visible-nomination.server.ts';

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
  const rows = await db.read
    .select(columns)
    .from(nominations)
    .innerJoin(people, eq(people.id, nominations.personId))
    .where(
      and(
        where,
        eq(nominations.state, 'open'),
        beyond(nominations.nominatedAt, nominations.id, after, 'ascending'),
      ),
    )
    .orderBy(asc(nominations.nominatedAt), asc(nominations.id))
    .limit(PAGE + 1);
  const decided = await db.read
    .select(columns)
    .from(nominations)
    .innerJoin(people, eq(people.id, nominations.personId))
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
    await db.read
      .select(columns)
      .from(nominations)
      .innerJoin(people, eq(people.id, nominations.personId))
      .where(eq(nominations.byId, personId))
      .orderBy(desc(nominations.nominatedAt), desc(nominations.id))
      .limit(MOST_OWN),
  );

const votesOf = async (ids: string[]) =>
  ids.length === 0
    ? []
    : db.read
        .select()
        .from(nominationVotes)
        .where(inArray(nominationVotes.nominationId, ids))
        .orderBy(asc(nominationVotes.at), asc(nominationVotes.byId));

/**
 * A nomination as its page shows it: to its nominator what they wrote and what came of it, to those who decide who says
 * what, once they have said it themselves. Null when it is not theirs to see; whoever it is for has a page of their own.
 */
export async function nominationPage(viewer: Viewer, id: string, now: number) {
  const found = await visibleNomination(viewer, id, now);
  if (!found || found.part === 'nominee') return null;
  const { nomination, part } = found;
  const [votes, award, names] = await Promise.all([
    votesOf([id]),
    awardNamed(nomination.award),
    namesOf([nomination.personId, nomination.byId, nomination.takenBackBy]),
  ]);
  const [person] = await db.read
    .select({ deactivatedAt: people.deactivatedAt })
    .from(people)
    .where(eq(people.id, nomination.personId));
  const mine = votes.find(({ byId }) => byId === viewer.id) ?? null;
  const isTold = part === 'decider' && (mine !== null || nomination.state !== 'open');
  const voters = isTold ? await namesOf(votes.map(({ byId }) => byId)) : null;
  return {
    id,
    part,
    state: nomination.state,
    award: awardWords(nomination.award, award),
    person: { name: names.get(nomination.personId) ?? '', isHere: person?.deactivatedAt === null },
    by: part === 'decider' ? (names.get(nomination.byId) ?? '') : null,
    isNamed: nomination.nominator === 'named',
    reason: nomination.reason,
    nominatedAt: nomination.nominatedAt,
    decidedAt: nomination.decidedAt,
    takenBack: takenBackWords(nomination, names),
    voted: votes.length,
    votes: voters
      ? votes.map(({ byId, vote, note, at }) => ({ by: voters.get(byId) ?? '', vote, note, at }))
      : null,
    isMine: mine !== null,
    mayTakeBack: part === 'decider' && may(viewer, 'arrange-recognition') && mayBeTakenBack(nomination, now),
  };
}
export type NominationPageData = NonNullable<Awaited<ReturnType<typeof nominationPage>>>;

const awardWords = (key: string, award: Awaited<ReturnType<typeof awardNamed>>) => ({
  key,
  name: award?.name ?? key,
  about: award?.about ?? '',
  picture: award?.picture ?? null,
});

const takenBackWords = (
  { takenBackAt, takenBackBy, takenBackWhy }: NominationRow,
  names: Map<string, string>,
) =>
  takenBackAt === null
    ? null
    : { at: takenBackAt, by: names.get(takenBackBy ?? '') ?? '', why: takenBackWhy ?? '' };

/** An award that was given, for whom it was given to: what for, and by whom where they may know. */
export async function celebration(viewer: Viewer, id: string, now: number) {
  const found = await visibleNomination(viewer, id, now);
  if (found?.part !== 'nominee') return null;
  const { nomination } = found;
  const isNamed = nomination.nominator === 'named';
  const names = await namesOf([isNamed ? nomination.byId : null]);
  const what = { kind: 'award' as const, subject: nomination.award };
  const isGranted = (await grantsOf(viewer.id)).some(
    ({ gives, what: key }) => gives === what.kind && key === what.subject,
  );
  const [state] = await showStates(viewer, [what], now);
  return {
    award: awardWords(nomination.award, await awardNamed(nomination.award)),
    by: names.get(nomination.byId) ?? null,
    reason: nomination.reason,
    givenAt: nomination.decidedAt ?? nomination.nominatedAt,
    // The rules look at it a moment after it is decided.
    show: isGranted ? { what, state: state! } : null,
  };
}

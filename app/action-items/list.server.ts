import { and, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import type { Cursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { actionItems } from '#db/schema/action-items.ts';
import { meetings } from '#db/schema/meetings.ts';
import { postmortems } from '#db/schema/postmortems.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import type { State } from './action-item.ts';
import type { Filter } from './list.ts';
import type { Owner } from './owner.ts';

const PAGE = 50;

const mySquads = (personId: string) =>
  db.read
    .select({ id: squadMembers.squadId })
    .from(squadMembers)
    .where(and(eq(squadMembers.personId, personId), isNull(squadMembers.leftAt)));

const mineOrOurs = (personId: string) =>
  or(eq(actionItems.ownerId, personId), inArray(actionItems.ownerSquadId, mySquads(personId)));

const ownedBy = (owner: Filter['owner'], personId: string): SQL | undefined => {
  if (owner === 'mine') return mineOrOurs(personId);
  if (owner === 'me') return eq(actionItems.ownerId, personId);
  if (owner === 'my-squads') return inArray(actionItems.ownerSquadId, mySquads(personId));
  if (owner === 'nobody') return and(isNull(actionItems.ownerId), isNull(actionItems.ownerSquadId));
  return undefined;
};

/** The items of one person or one squad. */
function whoseIs(owner: Owner): SQL | undefined {
  if (owner === null || 'written' in owner) return undefined;
  return 'personId' in owner
    ? eq(actionItems.ownerId, owner.personId)
    : eq(actionItems.ownerSquadId, owner.squadId);
}

const unfinished: readonly State[] = ['imported', 'open', 'done'];

/** The states asked for, each by itself; null for all, in which the order alone is an index of its own. */
const statesOf = (state: Filter['state']): readonly (State | null)[] =>
  state === 'all' ? [null] : state === 'unfinished' ? unfinished : [state];

/** A page of the action items a person may see (of one owner, where `whose` names one), soonest due first; keyset-paged. `next` is null on the last page. */
export async function listActionItems(
  viewer: { id: string },
  filter: Filter,
  after: Cursor | null,
  whose: Owner = null,
) {
  const narrowed = and(
    visibleTo(viewer.id, actionItems.audienceId),
    ownedBy(filter.owner, viewer.id),
    whoseIs(whose),
    filter.severity === '' ? undefined : eq(actionItems.severity, Number(filter.severity)),
    beyond(actionItems.dueOrder, actionItems.id, after, 'ascending'),
  );
  // The index holds each state in order: the first of each are read, where all together would have to be sorted.
  const perState = await Promise.all(statesOf(filter.state).map((state) => soonest(state, narrowed)));
  const rows = perState.length === 1 ? perState[0]! : perState.flat().sort(inOrder);
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, next: rows.length > PAGE && last ? { order: last.dueOrder, id: last.id } : null };
}

const soonest = (state: State | null, narrowed: SQL | undefined) =>
  db.read
    .select({
      id: actionItems.id,
      statement: actionItems.statement,
      severity: actionItems.severity,
      state: actionItems.state,
      dueAt: actionItems.dueAt,
      dueOrder: actionItems.dueOrder,
      ownerWritten: actionItems.ownerWritten,
      ownerName: people.name,
      squadName: squads.name,
      postmortemId: actionItems.postmortemId,
      postmortemTitle: postmortems.title,
      meetingId: actionItems.meetingId,
      meetingTitle: meetings.title,
    })
    .from(actionItems)
    .leftJoin(postmortems, eq(postmortems.id, actionItems.postmortemId))
    .leftJoin(meetings, eq(meetings.id, actionItems.meetingId))
    .leftJoin(people, eq(people.id, actionItems.ownerId))
    .leftJoin(squads, eq(squads.id, actionItems.ownerSquadId))
    .where(and(state === null ? undefined : eq(actionItems.state, state), narrowed))
    .orderBy(actionItems.dueOrder, actionItems.id)
    .limit(PAGE + 1);

type Placed = { dueOrder: number; id: string };
const inOrder = (a: Placed, b: Placed) => a.dueOrder - b.dueOrder || (a.id < b.id ? -1 : 1);

/** How many unfinished items a person owns, themself or through a squad. */
export async function countMine(viewer: { id: string }): Promise<number> {
  return db.read.$count(
    actionItems,
    and(
      visibleTo(viewer.id, actionItems.audienceId),
      inArray(actionItems.state, ['imported', 'open']),
      mineOrOurs(viewer.id),
    ),
  );
}

/** The unfinished items a person owns, soonest first, for the start page. */
export const mine = (viewer: { id: string }, most: number) =>
  db.read
    .select({
      id: actionItems.id,
      statement: actionItems.statement,
      state: actionItems.state,
      dueAt: actionItems.dueAt,
      severity: actionItems.severity,
    })
    .from(actionItems)
    .where(
      and(
        visibleTo(viewer.id, actionItems.audienceId),
        inArray(actionItems.state, ['imported', 'open']),
        mineOrOurs(viewer.id),
      ),
    )
    .orderBy(actionItems.dueOrder, actionItems.id)
    .limit(most);

/**
 * Finished items whose fix a person may look at: their squads', those of postmortems they wrote and of meetings they
 * host, never their own.
 */
export const awaitingVerification = (viewer: { id: string }, most: number) =>
  db.read
    .select({ id: actionItems.id, statement: actionItems.statement })
    .from(actionItems)
    .leftJoin(postmortems, eq(postmortems.id, actionItems.postmortemId))
    .leftJoin(meetings, eq(meetings.id, actionItems.meetingId))
    .where(
      and(
        eq(actionItems.state, 'done'),
        visibleTo(viewer.id, actionItems.audienceId),
        or(isNull(actionItems.ownerId), ne(actionItems.ownerId, viewer.id)),
        or(
          eq(postmortems.authorId, viewer.id),
          eq(meetings.hostId, viewer.id),
          inArray(actionItems.ownerSquadId, mySquads(viewer.id)),
        ),
      ),
    )
    .orderBy(actionItems.dueOrder, actionItems.id)
    .limit(most);

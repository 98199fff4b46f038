import { and, count, desc, eq, isNull, ne, or, type SQL } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { concerns } from '#db/schema/concerns.ts';
import { squads } from '#db/schema/squads.ts';
import { beyond } from '#db/keyset.ts';

import type { Pile } from './list.ts';
import { type Asker, isOrganiser, seenBy } from './visible.server.ts';

const PAGE = 30;
const absent = aliasOf(people, 'absent');

/** What a person holds now, themself or as one of the security team. */
const heldBy = (viewer: Asker) =>
  or(
    eq(concerns.holderId, viewer.id),
    isOrganiser(viewer) ? and(eq(concerns.level, 'security-team'), isNull(concerns.holderId)) : undefined,
  )!;

/** The opposite; a comparison with a holder who is none would be neither true nor false. */
const notHeldBy = (viewer: Asker) =>
  or(ne(concerns.holderId, viewer.id), isOrganiser(viewer) ? undefined : isNull(concerns.holderId));

/** Those that were closed are with nobody any more. */
const inPile = (pile: Pile, viewer: Asker): SQL | undefined => {
  if (pile === 'mine') return eq(concerns.raisedBy, viewer.id);
  if (pile === 'with-me') return and(heldBy(viewer), ne(concerns.state, 'closed'));
  return and(or(eq(concerns.state, 'closed'), notHeldBy(viewer)), ne(concerns.raisedBy, viewer.id));
};

/** One pile of the concerns a person may see, what changed last first, from after a place on. */
export async function concernsPage(viewer: Asker, pile: Pile, after: Cursor | null) {
  const rows = await db.read
    .select({
      id: concerns.id,
      title: concerns.title,
      state: concerns.state,
      level: concerns.level,
      levelSince: concerns.levelSince,
      dueAt: concerns.dueAt,
      changedAt: concerns.changedAt,
      squad: squads.name,
      holder: people.name,
      standsInFor: absent.name,
    })
    .from(concerns)
    .leftJoin(squads, eq(squads.id, concerns.squadId))
    .leftJoin(people, eq(people.id, concerns.holderId))
    .leftJoin(absent, eq(absent.id, concerns.standsInFor))
    .where(
      and(seenBy(viewer), inPile(pile, viewer), beyond(concerns.changedAt, concerns.id, after, 'descending')),
    )
    .orderBy(desc(concerns.changedAt), desc(concerns.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    concerns: page,
    next: rows.length > PAGE && last ? writeCursor({ order: last.changedAt, id: last.id }) : null,
  };
}

/** How many concerns wait for an answer of this person, themself or as one of the security team. */
export async function countWaitingFor(viewer: Asker): Promise<number> {
  const [row] = await db.read
    .select({ waiting: count() })
    .from(concerns)
    .where(and(heldBy(viewer), eq(concerns.state, 'open'), ne(concerns.raisedBy, viewer.id)));
  return row?.waiting ?? 0;
}

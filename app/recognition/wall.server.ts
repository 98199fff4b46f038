/** What people show of how they are recognised, as others see it. By time alone: nobody stands above anybody. */
import { and, desc, eq, exists, isNull, lte, ne, or } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { grants, showings, thanks } from '#db/schema/recognition.ts';

import { notOptedOut } from './choices.server.ts';
import { grantStands } from './grants-standing.server.ts';
import { recognisedAs } from './recognised-words.server.ts';
import type { ShownKind } from './showing.ts';

const giver = aliasOf(people, 'giver');

const granted = () =>
  db.read
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.personId, showings.personId),
        eq(grants.gives, showings.kind),
        eq(grants.what, showings.subject),
        grantStands,
      ),
    );

/**
 * Which showings somebody sees: of people who are here and have not opted out, and of what stands still. Whoever shows a
 * thanks sees it whatever its giver chose since, so that they cannot tell.
 */
const mayBeSeen = (viewer: { id: string }) =>
  and(
    isNull(showings.until),
    isNull(people.deactivatedAt),
    notOptedOut(showings.personId),
    or(
      and(
        eq(showings.kind, 'thanks'),
        isNull(thanks.withdrawnAt),
        isNull(giver.deactivatedAt),
        or(eq(showings.personId, viewer.id), notOptedOut(thanks.fromId)),
      ),
      and(ne(showings.kind, 'thanks'), exists(granted())),
    ),
  );

const shown = () =>
  db.read
    .select({
      id: showings.id,
      kind: showings.kind,
      subject: showings.subject,
      since: showings.since,
      personId: people.id,
      person: people.name,
      giverId: giver.id,
      giver: giver.name,
      reason: thanks.reason,
    })
    .from(showings)
    .innerJoin(people, eq(people.id, showings.personId))
    .leftJoin(thanks, and(eq(showings.kind, 'thanks'), eq(thanks.id, showings.subject)))
    .leftJoin(giver, eq(giver.id, thanks.fromId));

type Row = Awaited<ReturnType<typeof shown>>[number];
export type OnWall = {
  id: string;
  kind: ShownKind;
  since: number;
  person: { id: string; name: string };
  /** who said thank you, and what for */
  thanks: { giver: { id: string; name: string }; reason: string } | null;
  /** what an award or achievement is called */
  name: string | null;
  about: string | null;
};

async function inWords({ id, kind, subject, since, personId, person, ...row }: Row): Promise<OnWall> {
  const known = { id, kind, since, person: { id: personId, name: person } };
  if (kind === 'thanks')
    return {
      ...known,
      thanks: { giver: { id: row.giverId!, name: row.giver! }, reason: row.reason! },
      name: null,
      about: null,
    };
  return { ...known, thanks: null, ...(await recognisedAs(kind, subject)) };
}

const PAGE = 24;
const OF_A_PERSON = 50;

/** The wall, newest first, from after a place on; `next` is the place to go on from. */
export async function wallPage(viewer: { id: string }, after: Cursor | null) {
  const rows = await shown()
    .where(
      and(
        mayBeSeen(viewer),
        after === null ? undefined : lte(showings.since, after.order),
        beyond(showings.since, showings.id, after, 'descending'),
      ),
    )
    // They all are on it, `until` is null for each: said so that both engines walk the index of the three and sort nothing.
    .orderBy(desc(showings.until), desc(showings.since), desc(showings.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    shown: await Promise.all(page.map(inWords)),
    next: rows.length > PAGE && last ? writeCursor({ order: last.since, id: last.id }) : null,
  };
}

/** What one person shows, newest first. */
export async function wallOf(viewer: { id: string }, personId: string): Promise<OnWall[]> {
  const rows = await shown()
    .where(and(eq(showings.personId, personId), mayBeSeen(viewer)))
    .orderBy(desc(showings.since), desc(showings.id))
    .limit(OF_A_PERSON);
  return Promise.all(rows.map(inWords));
}

/** The library: everything one may see, newest first, or what fits some words, best first. */
import { and, desc, eq, or, sql, type SQL } from 'drizzle-orm';

import { visibleTo } from '#app/audiences/audience.server.ts';
import type { Cursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { matching } from '#db/full-text.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { postmortems } from '#db/schema/postmortems.ts';

import type { Filter } from './library.ts';
import { ROOM } from './words.server.ts';

const PAGE = 50;

const shown = {
  id: postmortems.id,
  title: postmortems.title,
  kind: postmortems.kind,
  severity: postmortems.severity,
  state: postmortems.state,
  reach: postmortems.reach,
  changedAt: postmortems.changedAt,
  publishedAt: postmortems.publishedAt,
  author: people.name,
};

const within = (viewer: { id: string }, { state, kind, severity }: Filter): SQL | undefined =>
  and(
    visibleTo(viewer.id, postmortems.audienceId),
    state === 'mine'
      ? eq(postmortems.authorId, viewer.id)
      : state === 'all'
        ? undefined
        : eq(postmortems.state, state),
    kind === '' ? undefined : eq(postmortems.kind, kind),
    severity === '' ? undefined : eq(postmortems.severity, Number(severity)),
  );

/** A page of the postmortems a person may see, those changed last first. `next` is null on the last page. */
export async function browse(viewer: { id: string }, filter: Filter, after: Cursor | null) {
  const rows = await db.read
    .select(shown)
    .from(postmortems)
    .innerJoin(people, eq(people.id, postmortems.authorId))
    .where(and(within(viewer, filter), beyond(postmortems.changedAt, postmortems.id, after, 'descending')))
    .orderBy(desc(postmortems.changedAt), desc(postmortems.id))
    .limit(PAGE + 1);
  const found = rows.slice(0, PAGE).map((row) => ({ ...row, snippet: null as string | null }));
  const last = found.at(-1);
  return { found, next: rows.length > PAGE && last ? { order: last.changedAt, id: last.id } : null };
}

/** The postmortems a person may see that hold all the words of a query, best first, at most one page. */
export async function find(viewer: { id: string }, filter: Filter) {
  const match = matching(ROOM, filter.q);
  if (!match) return { found: [], next: null };
  const best = await db.read
    .select(shown)
    .from(postmortems)
    .innerJoin(sql`${match.ranked} as best`, sql`best.id = ${postmortems.id}`)
    .innerJoin(people, eq(people.id, postmortems.authorId))
    .where(within(viewer, filter))
    .orderBy(sql`best.rank`, desc(postmortems.changedAt))
    .limit(PAGE);
  const snippets = await match.snippets(best.map(({ id }) => id));
  return { found: best.map((row) => ({ ...row, snippet: snippets.get(row.id) ?? null })), next: null };
}

/** The drafts and reviews that wait for a person, for the start page. */
export const underWay = (viewer: { id: string }, most: number) =>
  db.read
    .select({
      id: postmortems.id,
      title: postmortems.title,
      state: postmortems.state,
      changedAt: postmortems.changedAt,
    })
    .from(postmortems)
    .where(
      and(
        visibleTo(viewer.id, postmortems.audienceId),
        or(eq(postmortems.state, 'draft'), eq(postmortems.state, 'in-review')),
      ),
    )
    .orderBy(desc(postmortems.changedAt), desc(postmortems.id))
    .limit(most);

/** The newest published ones a person may see, for the start page. */
export const newest = (viewer: { id: string }, most: number) =>
  db.read
    .select({
      id: postmortems.id,
      title: postmortems.title,
      publishedAt: postmortems.publishedAt,
      severity: postmortems.severity,
    })
    .from(postmortems)
    .where(and(visibleTo(viewer.id, postmortems.audienceId), eq(postmortems.state, 'published')))
    .orderBy(desc(postmortems.publishedAt), desc(postmortems.id))
    .limit(most);

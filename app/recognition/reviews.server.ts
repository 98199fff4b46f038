/** Somebody's years for their annual review: theirs alone until they share one. */
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { reviews, reviewShares } from '#db/schema/recognition.ts';

import { type ReviewPart, yearsToBegin } from './review.ts';

type Asker = { id: string };

/** Begins the review of a year, or finds the one that was begun. Refuses any year but this and the last. */
export async function beginReview(
  { id: personId }: Asker,
  year: number,
  now: number,
): Promise<{ id: string } | { refused: 'not-that-year' }> {
  if (!yearsToBegin(now, await zoneHere()).includes(year)) return { refused: 'not-that-year' };
  return db.write(async (tx) => {
    await tx
      .insert(reviews)
      .values({ id: newId(), personId, year, words: '', begunAt: now, changedAt: now, version: 1 })
      .onConflictDoNothing();
    const [review] = await tx
      .select({ id: reviews.id })
      .from(reviews)
      .where(and(eq(reviews.personId, personId), eq(reviews.year, year)));
    return { id: review!.id };
  });
}

/** The years somebody has begun, newest first. */
export const reviewsOf = ({ id }: Asker) =>
  db.read
    .select({ id: reviews.id, year: reviews.year })
    .from(reviews)
    .where(eq(reviews.personId, id))
    .orderBy(desc(reviews.year));

// Under names of their own: the people asked for in the query itself are whose review it is.
const share = aliasOf(reviewShares, 'share');
const reader = aliasOf(people, 'reader');

/** Whether a person reads the review now: it is shared with them, and they are here. */
const readBy = (personId: string) => sql`exists (
  select 1 from ${reviewShares} as share
  join ${people} as reader on ${reader.id} = ${share.withId} and ${reader.deactivatedAt} is null
  where ${share.reviewId} = ${reviews.id} and ${share.withId} = ${personId} and ${share.endedAt} is null)`;

/** A review through somebody's eyes: its person's, and whose it is shared with now. No role opens it; else null. */
export async function visibleReview(viewer: Asker, id: string) {
  const [row] = await db.read
    .select({ review: reviews, person: { id: people.id, name: people.name } })
    .from(reviews)
    .innerJoin(people, and(eq(people.id, reviews.personId), isNull(people.deactivatedAt)))
    .where(and(eq(reviews.id, id), or(eq(reviews.personId, viewer.id), readBy(viewer.id))));
  if (!row) return null;
  const part: ReviewPart = row.person.id === viewer.id ? 'person' : 'reader';
  return { ...row, part };
}

const PAGE = 50;

/** The reviews that are shared with somebody now, the newest first, from after a place on. */
export async function sharedWith({ id }: Asker, after: Cursor | null) {
  const rows = await db.read
    .select({
      id: reviewShares.id,
      reviewId: reviews.id,
      year: reviews.year,
      person: people.name,
      sharedAt: reviewShares.sharedAt,
    })
    .from(reviewShares)
    .innerJoin(reviews, eq(reviews.id, reviewShares.reviewId))
    .innerJoin(people, and(eq(people.id, reviews.personId), isNull(people.deactivatedAt)))
    .where(
      and(
        eq(reviewShares.withId, id),
        isNull(reviewShares.endedAt),
        beyond(reviewShares.sharedAt, reviewShares.id, after, 'descending'),
      ),
    )
    .orderBy(desc(reviewShares.sharedAt), desc(reviewShares.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    shared: page,
    next: rows.length > PAGE && last ? writeCursor({ order: last.sharedAt, id: last.id }) : null,
  };
}

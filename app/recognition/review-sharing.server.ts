/** Who reads somebody's review: whom they name, for as long as they like. */
import { and, asc, eq, isNull, ne } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { managersOfPerson } from '#app/squads/managers.server.ts';
import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { reviews, reviewShares } from '#db/schema/recognition.ts';

/** How many may read one review at a time. */
const MOST_READERS = 20;

/** Whom a review is shared with now, in the order it was; of whoever has left, that they see nothing. */
const readersOf = (reviewId: string) =>
  db.read
    .select({
      id: reviewShares.id,
      withId: reviewShares.withId,
      name: people.name,
      sharedAt: reviewShares.sharedAt,
      leftAt: people.deactivatedAt,
    })
    .from(reviewShares)
    .innerJoin(people, eq(people.id, reviewShares.withId))
    .where(and(eq(reviewShares.reviewId, reviewId), isNull(reviewShares.endedAt)))
    .orderBy(asc(reviewShares.sharedAt), asc(reviewShares.id));

/** Who reads somebody's review now, and who manages them and does not yet. */
export async function sharingOf({ id: personId }: { id: string }, reviewId: string) {
  const [readers, managers] = await Promise.all([readersOf(reviewId), managersOfPerson(personId)]);
  return {
    readers: readers.map(({ withId: _, ...reader }) => reader),
    managers: managers
      .filter((manager) => !readers.some(({ withId }) => withId === manager.id))
      .map(({ id, name }) => ({ id, name })),
  };
}

const ownReview = (tx: Tx, by: { id: string }, id: string) =>
  tx
    .select({ id: reviews.id, year: reviews.year })
    .from(reviews)
    .where(and(eq(reviews.id, id), eq(reviews.personId, by.id)));

const held = (reviewId: string, withId: string) => `${reviewId} ${withId}`;

type NotShared = { refused: 'unknown' | 'oneself' | 'left' | 'enough' };

/** Lets somebody read a review, and tells them, once of each review. Shared already, it changes nothing. */
export async function shareReview(
  by: Viewer,
  id: string,
  withId: string,
  now: number,
): Promise<{ name: string; shared: boolean } | NotShared> {
  if (withId === by.id) return { refused: 'oneself' };
  return db.write(async (tx) => {
    const [review] = await ownReview(tx, by, id);
    if (!review) return { refused: 'unknown' };
    const [reader] = await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.id, withId), isNull(people.deactivatedAt)));
    if (!reader) return { refused: 'left' };
    const earlier = await tx
      .select({ withId: reviewShares.withId, endedAt: reviewShares.endedAt })
      .from(reviewShares)
      .where(eq(reviewShares.reviewId, id));
    const own = earlier.filter((one) => one.withId === withId);
    if (own.some(({ endedAt }) => endedAt === null)) return { name: reader.name, shared: false };
    if (earlier.filter(({ endedAt }) => endedAt === null).length >= MOST_READERS)
      return { refused: 'enough' };
    await tx
      .insert(reviewShares)
      .values({ id: newId(), reviewId: id, withId, sharedAt: now, held: held(id, withId) });
    if (own.length === 0)
      await tell(tx, {
        personId: withId,
        kind: 'recognition',
        text: `${by.name} shares their year ${review.year} with you.`,
        path: paths.review(id),
        now,
      });
    return { name: reader.name, shared: true };
  });
}

/** Ends that somebody reads a review, at once. Returns who; null when it is not this person's to end, or has ended. */
export const endSharing = (by: { id: string }, id: string, shareId: string, now: number) =>
  db.write(async (tx) => {
    const share = await ownShare(tx, by, id, shareId);
    if (!share || share.endedAt !== null) return null;
    await tx.update(reviewShares).set({ endedAt: now, held: null }).where(eq(reviewShares.id, shareId));
    return { name: share.name };
  });

/** Takes the ending back. Null when there is nothing to take back: it goes on, was shared anew, or enough others read it since. */
export const resumeSharing = (by: { id: string }, id: string, shareId: string) =>
  db.write(async (tx) => {
    const share = await ownShare(tx, by, id, shareId);
    if (!share || share.endedAt === null) return null;
    const anew = await tx.$count(
      reviewShares,
      and(eq(reviewShares.held, held(id, share.withId)), ne(reviewShares.id, shareId)),
    );
    const readers = and(eq(reviewShares.reviewId, id), isNull(reviewShares.endedAt));
    if (anew > 0 || (await tx.$count(reviewShares, readers)) >= MOST_READERS) return null;
    await tx
      .update(reviewShares)
      .set({ endedAt: null, held: held(id, share.withId) })
      .where(eq(reviewShares.id, shareId));
    return { name: share.name };
  });

async function ownShare(tx: Tx, by: { id: string }, id: string, shareId: string) {
  const [review] = await ownReview(tx, by, id);
  if (!review) return null;
  const [share] = await tx
    .select({ name: people.name, withId: reviewShares.withId, endedAt: reviewShares.endedAt })
    .from(reviewShares)
    .innerJoin(people, eq(people.id, reviewShares.withId))
    .where(and(eq(reviewShares.id, shareId), eq(reviewShares.reviewId, id)));
  return share ?? null;
}

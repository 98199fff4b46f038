/**
 * The thanks that somebody puts into their review. What was meant for them alone stays with them: whoever wrote it was
 * told so.
 */
import { and, asc, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { beyond } from '#db/keyset.ts';
import { people } from '#db/schema/accounts.ts';
import { reviews, reviewThanks, thanks } from '#db/schema/recognition.ts';

import type { YearSpan } from './review-year.server.ts';

type Review = { id: string; personId: string };

/** The thanks that may go into a review: received in its year, standing, and not meant for its person alone. */
const eligible = ({ personId }: Review, { from, to }: YearSpan) =>
  and(
    eq(thanks.toId, personId),
    eq(thanks.meant, 'wall'),
    isNull(thanks.withdrawnAt),
    gte(thanks.givenAt, from),
    lt(thanks.givenAt, to),
  );

const columns = {
  id: thanks.id,
  reason: thanks.reason,
  givenAt: thanks.givenAt,
  from: people.name,
  leftAt: people.deactivatedAt,
};
type Row = { id: string; reason: string; givenAt: number; from: string; leftAt: number | null };
/** `from`: null where the giver has left since. */
const told = ({ leftAt, from, ...row }: Row) => ({ ...row, from: leftAt === null ? from : null });

const PAGE = 50;

/** What its person may choose from, newest first, from after a place on, with what they chose. */
export async function thanksToChoose(review: Review, span: YearSpan, after: Cursor | null) {
  const rows = await db.read
    .select({ ...columns, chosenAt: reviewThanks.chosenAt })
    .from(thanks)
    .innerJoin(people, eq(people.id, thanks.fromId))
    .leftJoin(reviewThanks, and(eq(reviewThanks.thanksId, thanks.id), eq(reviewThanks.reviewId, review.id)))
    .where(and(eligible(review, span), beyond(thanks.givenAt, thanks.id, after, 'descending')))
    .orderBy(desc(thanks.givenAt), desc(thanks.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    thanks: page.map(({ chosenAt, ...row }) => ({ ...told(row), isChosen: chosenAt !== null })),
    next: rows.length > PAGE && last ? writeCursor({ order: last.givenAt, id: last.id }) : null,
  };
}

/** The thanks that are in a review, oldest first; what was taken back since is not. */
export async function chosenThanks(review: Review, span: YearSpan) {
  const rows = await db.read
    .select(columns)
    .from(reviewThanks)
    .innerJoin(thanks, eq(thanks.id, reviewThanks.thanksId))
    .innerJoin(people, eq(people.id, thanks.fromId))
    .where(and(eq(reviewThanks.reviewId, review.id), eligible(review, span)))
    .orderBy(asc(thanks.givenAt), asc(thanks.id));
  return rows.map(told);
}

/** Of the thanks that were shown to its person, these go into the review and the others do not. Null: not their review. */
export const chooseThanks = (
  by: { id: string },
  review: Review,
  span: YearSpan,
  { shown, chosen }: { shown: readonly string[]; chosen: readonly string[] },
  now: number,
) =>
  db.write(async (tx) => {
    const own = await tx.$count(reviews, and(eq(reviews.id, review.id), eq(reviews.personId, by.id)));
    if (own === 0) return null;
    const rows = await tx
      .select({ id: thanks.id })
      .from(thanks)
      .where(and(eligible(review, span), inArray(thanks.id, shown.slice(0, PAGE))));
    const ids = rows.map(({ id }) => id);
    await tx
      .delete(reviewThanks)
      .where(and(eq(reviewThanks.reviewId, review.id), inArray(reviewThanks.thanksId, ids)));
    const put = ids.filter((id) => chosen.includes(id));
    if (put.length > 0)
      await tx
        .insert(reviewThanks)
        .values(put.map((thanksId) => ({ reviewId: review.id, thanksId, chosenAt: now })))
        .onConflictDoNothing();
    return { chosen: put.length };
  });

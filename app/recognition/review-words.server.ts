import { and, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { reviews } from '#db/schema/recognition.ts';

/** Saves what somebody says of their year, over the version they saw. Refuses when another tab saved in between. */
export const saveWords = (
  by: { id: string },
  id: string,
  { version, words }: { version: number; words: string },
  now: number,
): Promise<{ saved: true } | { refused: 'unknown' } | { refused: 'stale'; now: string }> =>
  db.write(async (tx) => {
    const own = and(eq(reviews.id, id), eq(reviews.personId, by.id));
    const [review] = await tx.select().from(reviews).where(own);
    if (!review) return { refused: 'unknown' };
    if (review.words === words) return { saved: true };
    if (review.version !== version) return { refused: 'stale', now: review.words };
    await tx
      .update(reviews)
      .set({ words, changedAt: now, version: version + 1 })
      .where(own);
    return { saved: true };
  });

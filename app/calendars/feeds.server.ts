import { and, count, desc, eq, isNull } from 'drizzle-orm';

import { newToken, sha256 } from '#app/accounts/secrets.server.ts';
import { countDeadFeed, waitForFeeds } from '#app/accounts/throttle.server.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { calendarFeeds } from '#db/schema/calendars.ts';

/** So many addresses somebody may have at a time: one for each program they use, and some. */
export const MOST_FEEDS = 20;

const standing = (personId: string) =>
  and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt));

/**
 * Makes an address under which a program reads somebody's dates, or those of one series. Returns the token in it, which
 * is stored nowhere.
 */
export async function makeFeed(
  personId: string,
  seriesId: string | null,
  now: number,
): Promise<{ token: string } | { refused: 'too-many' }> {
  const token = newToken();
  return db.write(async (tx) => {
    const [held] = await tx.select({ many: count() }).from(calendarFeeds).where(standing(personId));
    if (held!.many >= MOST_FEEDS) return { refused: 'too-many' };
    await tx.insert(calendarFeeds).values({ id: sha256(token), personId, seriesId, madeAt: now });
    return { token };
  });
}

/** The addresses somebody has, newest first. An id is what is stored of the token: it names one, and opens nothing. */
export const feedsOf = (personId: string) =>
  db.read
    .select({ id: calendarFeeds.id, seriesId: calendarFeeds.seriesId, madeAt: calendarFeeds.madeAt })
    .from(calendarFeeds)
    .where(standing(personId))
    .orderBy(desc(calendarFeeds.madeAt), desc(calendarFeeds.id));

/** Takes an address of somebody's back for good. Answers whether there was one. */
export async function revokeFeed(personId: string, id: string, now: number): Promise<boolean> {
  const revoked = await db.write((tx) =>
    tx
      .update(calendarFeeds)
      .set({ revokedAt: now })
      .where(and(standing(personId), eq(calendarFeeds.id, id)))
      .returning({ id: calendarFeeds.id }),
  );
  return revoked.length > 0;
}

export type Feed = { id: string; personId: string; seriesId: string | null };

/**
 * Whose dates an address opens. One that never was, was taken back, or whose person has left gets the same answer;
 * those that never were are counted as guesses.
 */
export async function openFeed(
  token: string,
  address: string,
): Promise<{ feed: Feed } | { refused: 'dead' } | { refused: 'too-many'; seconds: number }> {
  const seconds = await waitForFeeds(address);
  if (seconds > 0) return { refused: 'too-many', seconds };
  const [row] = await db.read
    .select({ feed: calendarFeeds, leftAt: people.deactivatedAt })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .where(eq(calendarFeeds.id, sha256(token)));
  if (!row) await countDeadFeed(address);
  if (!row || row.feed.revokedAt !== null || row.leftAt !== null) return { refused: 'dead' };
  const { id, personId, seriesId } = row.feed;
  return { feed: { id, personId, seriesId } };
}

/** What lies on the shelf: what came, without what was shipped and what is held for somebody. */
import { isDeepStrictEqual } from 'node:util';

import { and, count, desc, eq, inArray, sum } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { beyond } from '#db/keyset.ts';
import { rewardRequests, rewardsShipped, rewardStock } from '#db/schema/recognition.ts';

export type Shelf = { size: string; came: number; held: number; shipped: number; left: number };

/** The shelf of a reward: every size that ever lay there. */
export async function shelfOf(reward: string): Promise<Map<string, Shelf>> {
  const [came, held, shipped] = [
    await db.read
      .select({ size: rewardStock.size, many: sum(rewardStock.change) })
      .from(rewardStock)
      .where(eq(rewardStock.reward, reward))
      .groupBy(rewardStock.size),
    await db.read
      .select({ size: rewardRequests.size, many: count() })
      .from(rewardRequests)
      .where(and(eq(rewardRequests.reward, reward), inArray(rewardRequests.state, ['requested', 'approved'])))
      .groupBy(rewardRequests.size),
    await db.read
      .select({ size: rewardsShipped.size, many: rewardsShipped.many })
      .from(rewardsShipped)
      .where(eq(rewardsShipped.reward, reward)),
  ];
  const shelf = new Map<string, Shelf>();
  const put = (size: string, change: Partial<Shelf>) => {
    const next = { size, came: 0, held: 0, shipped: 0, left: 0, ...shelf.get(size), ...change };
    shelf.set(size, { ...next, left: next.came - next.held - next.shipped });
  };
  for (const { size, many } of came) put(size, { came: Number(many) });
  for (const { size, many } of held) put(size, { held: many });
  for (const { size, many } of shipped) put(size, { shipped: many });
  return shelf;
}

/** How many of each size are free to ask for. */
export const leftOf = async (reward: string): Promise<Map<string, number>> =>
  new Map([...(await shelfOf(reward)).values()].map(({ size, left }) => [size, left]));

/**
 * Puts some on the shelf, or takes some off (a negative change). Refuses what would leave fewer there than are held, with
 * how many are free. The same form sent twice is one change; with other words, it is another.
 */
export async function changeStock(
  by: Pick<Viewer, 'id'>,
  reward: string,
  { id, size, change, note }: { id: string; size: string; change: number; note: string },
  now: number,
): Promise<{ id: string } | { refused: 'fewer'; left: number }> {
  return db.write(async (tx) => {
    const [sent] = await tx.select().from(rewardStock).where(eq(rewardStock.id, id));
    if (
      sent &&
      isDeepStrictEqual({ ...sent, at: now }, { id, reward, size, change, note, at: now, byId: by.id })
    )
      return { id };
    const left = (await leftOf(reward)).get(size) ?? 0;
    if (left + change < 0) return { refused: 'fewer', left };
    const own = sent ? newId() : id;
    await tx.insert(rewardStock).values({ id: own, reward, size, change, note, at: now, byId: by.id });
    return { id: own };
  });
}

const PAGE = 30;

/** What came to a shelf and went from it otherwise than to somebody, newest first, from after a place on. */
export async function stockHistory(reward: string, after: Cursor | null) {
  const rows = await db.read
    .select()
    .from(rewardStock)
    .where(and(eq(rewardStock.reward, reward), beyond(rewardStock.at, rewardStock.id, after, 'descending')))
    .orderBy(desc(rewardStock.at), desc(rewardStock.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const names = await namesOf(page.map(({ byId }) => byId));
  const last = page.at(-1);
  return {
    changes: page.map(({ id, size, change, note, at, byId }) => ({
      id,
      size,
      change,
      note,
      at,
      by: names.get(byId) ?? '',
    })),
    next: rows.length > PAGE && last ? writeCursor({ order: last.at, id: last.id }) : null,
  };
}

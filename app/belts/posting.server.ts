/** A promotion told in the guild's channels: asked for by the person alone. */
import { and, eq } from 'drizzle-orm';

import { askToPostOwn, ownPost, takeBackOwn } from '#app/channels/own-post.server.ts';
import type { PostState } from '#app/channels/post.ts';
import { db } from '#db/database.server.ts';
import { promotions } from '#db/schema/belts.ts';

type By = { id: string };
type Promotion = typeof promotions.$inferSelect;
const asOwn = ({ id, toPostAt }: Promotion) => ({ kind: 'promotion' as const, subjectId: id, toPostAt });
const isOwn = (by: By, id: string) => and(eq(promotions.id, id), eq(promotions.personId, by.id));

/** Where telling of one's promotion stands; null where nobody would hear of it. */
export async function postOf(promotion: Promotion, now: number): Promise<PostState | null> {
  return promotion.postedAt === null ? ownPost(asOwn(promotion), now) : 'posted';
}

/** Asks to have one's promotion told, a minute from now, or once more after it failed. Null when it isn't theirs. */
export async function askToPost(
  by: By,
  id: string,
  now: number,
): Promise<{ asked: true } | { refused: 'no-channel' | 'already' } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select().from(promotions).where(isOwn(by, id));
    if (!own) return null;
    if (own.postedAt !== null) return { refused: 'already' };
    const asked = await askToPostOwn(tx, asOwn(own), now);
    if ('asked' in asked) await tx.update(promotions).set({ toPostAt: now }).where(isOwn(by, id));
    return asked;
  });
}

/** Takes that back: what stands in no channel yet never will. Null when it isn't theirs. */
export async function takeBackPost(
  by: By,
  id: string,
): Promise<{ takenBack: true } | { refused: 'went-out' } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select().from(promotions).where(isOwn(by, id));
    if (!own) return null;
    if (own.postedAt !== null) return { refused: 'went-out' };
    const isBack = await takeBackOwn(tx, asOwn(own));
    await tx.update(promotions).set({ toPostAt: null }).where(isOwn(by, id));
    return isBack ? { takenBack: true } : { refused: 'went-out' };
  });
}

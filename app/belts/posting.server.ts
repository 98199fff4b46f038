/** A promotion told in the guild's channels: asked for by the person alone. */
import { and, eq } from 'drizzle-orm';

import { announce, isAnnounced, standingOf, takeBackAnnouncement } from '#app/channels/announcing.server.ts';
import { db } from '#db/database.server.ts';
import { promotions } from '#db/schema/belts.ts';

import { postState, type PostState, WAITS_BEFORE } from './post.ts';

type By = { id: string };
const isOwn = (by: By, id: string) => and(eq(promotions.id, id), eq(promotions.personId, by.id));

/** Where telling of one's promotion stands; null where nobody would hear of it. */
export async function postOf(
  promotion: typeof promotions.$inferSelect,
  now: number,
): Promise<PostState | null> {
  const state = postState(promotion, await standingOf('promotion', promotion.id), now);
  return state === 'not-asked' && !(await isAnnounced('promotion')) ? null : state;
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
    const state = postState(own, await standingOf('promotion', id), now);
    if (state !== 'not-asked' && state !== 'failed') return { refused: 'already' };
    const many = await announce(tx, {
      kind: 'promotion',
      subjectId: id,
      now,
      notBefore: now + WAITS_BEFORE,
    });
    if (many === 0) return { refused: 'no-channel' };
    await tx.update(promotions).set({ toPostAt: now }).where(isOwn(by, id));
    return { asked: true };
  });
}

/** Takes that back, as long as it has not been handed over. Null when it isn't theirs. */
export async function takeBackPost(
  by: By,
  id: string,
): Promise<{ takenBack: true } | { refused: 'went-out' } | null> {
  return db.write(async (tx) => {
    const [own] = await tx.select().from(promotions).where(isOwn(by, id));
    if (!own) return null;
    if (own.toPostAt === null) return { takenBack: true };
    const about = { kind: 'promotion', subjectId: id, notBefore: own.toPostAt + WAITS_BEFORE } as const;
    if (own.postedAt !== null || !(await takeBackAnnouncement(tx, about))) return { refused: 'went-out' };
    await tx.update(promotions).set({ toPostAt: null }).where(isOwn(by, id));
    return { takenBack: true };
  });
}

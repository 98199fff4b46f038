/** "Tell me when something frees up": one wish each, and those who wished first are asked first. */
import { and, eq, isNotNull, isNull, min } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { slotWishes } from '#db/schema/office-hours.ts';

import type { Words } from './words.ts';

/** Somebody's wish that stands; null: they have none. */
export async function wishOf(personId: string) {
  const [wish] = await db.read.select().from(slotWishes).where(eq(slotWishes.standing, personId));
  return wish ?? null;
}

/** Makes a wish; of somebody who has one, it is rewritten and keeps its place in line. Returns its id. */
export async function makeWish(by: { id: string }, words: Words, now: number): Promise<string> {
  return db.write(async (tx) => {
    const standing = await wishOf(by.id);
    if (standing) {
      await tx.update(slotWishes).set(words).where(eq(slotWishes.id, standing.id));
      return standing.id;
    }
    return insert(tx, by.id, words, now);
  });
}

async function insert(tx: Tx, personId: string, words: Words, madeAt: number): Promise<string> {
  const id = newId();
  await tx.insert(slotWishes).values({ id, personId, ...words, madeAt, standing: personId });
  return id;
}

/**
 * Puts somebody whose booking was lost to nobody's fault of theirs first in line, with its words. A wish they had already
 * moves up with it, and keeps its own words below.
 */
export async function wishFirst(tx: Tx, personId: string, words: Words, now: number): Promise<void> {
  const [first] = await tx
    .select({ at: min(slotWishes.madeAt) })
    .from(slotWishes)
    .where(isNotNull(slotWishes.standing));
  const madeAt = first?.at == null ? now : Math.min(now, Number(first.at) - 1);
  const standing = await wishOf(personId);
  if (!standing) return void (await insert(tx, personId, words, madeAt));
  const before = [standing.topic, standing.tried].filter(Boolean).join('\n');
  const isSame = standing.topic === words.topic && standing.tried === words.tried;
  const tried = isSame ? words.tried : [words.tried, before].filter(Boolean).join('\n\n');
  await tx
    .update(slotWishes)
    .set({ topic: words.topic, tried, madeAt })
    .where(eq(slotWishes.id, standing.id));
}

/** The wish was fulfilled, or is not wanted any more. */
export const endWish = (tx: Tx, id: string, now: number) =>
  tx.update(slotWishes).set({ endedAt: now, standing: null }).where(eq(slotWishes.id, id));

/** Lets a wish that was given up stand again, where it stood in line. Refuses where there is another since. */
export async function restoreWish(by: { id: string }, id: string): Promise<{ restored: boolean }> {
  return db.write(async (tx) => {
    if (await wishOf(by.id)) return { restored: false };
    const mine = and(eq(slotWishes.id, id), eq(slotWishes.personId, by.id), isNull(slotWishes.standing));
    const restored = await tx
      .update(slotWishes)
      .set({ endedAt: null, standing: by.id })
      .where(mine)
      .returning({ id: slotWishes.id });
    return { restored: restored.length > 0 };
  });
}

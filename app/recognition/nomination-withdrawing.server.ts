/** Thinking better of a nomination, and better of that. */
import { and, eq } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { nominations } from '#db/schema/recognition.ts';

import { type Refusal, WITHDRAWN_COUNTS } from './nomination.ts';
import { ongoingKey, refusalFor } from './nomination-refusal.server.ts';

type By = Pick<Viewer, 'id'>;
const isMine = (by: By, id: string) => and(eq(nominations.id, id), eq(nominations.byId, by.id));

/** Withdraws one's own nomination while nobody has decided on it. Null when there is none of one's own. */
export async function withdrawNomination(
  by: By,
  id: string,
  now: number,
): Promise<{ id: string } | { refused: 'decided' } | null> {
  return db.write(async (tx) => {
    const mine = isMine(by, id);
    const [before] = await tx.select({ state: nominations.state }).from(nominations).where(mine);
    if (!before) return null;
    if (before.state === 'withdrawn') return { id };
    if (before.state !== 'open') return { refused: 'decided' };
    await tx
      .update(nominations)
      .set({ state: 'withdrawn', decidedAt: now, ongoing: null })
      .where(and(mine, eq(nominations.state, 'open')));
    return { id };
  });
}

/**
 * Has what one withdrew within a month wait again, as it was: with what was said on it so far, and nobody told once more.
 * Refuses as a new one would be. Null when there is none of one's own.
 */
export async function bringNominationBack(
  by: By,
  id: string,
  now: number,
): Promise<{ id: string } | { refused: Refusal | 'too-late' } | null> {
  return db.write(async (tx) => {
    const [before] = await tx.select().from(nominations).where(isMine(by, id));
    if (!before) return null;
    if (before.state === 'open') return { id };
    if (before.state !== 'withdrawn' || before.decidedAt! <= now - WITHDRAWN_COUNTS)
      return { refused: 'too-late' };
    const refused = await refusalFor(tx, before, now);
    if (refused) return { refused };
    await tx
      .update(nominations)
      .set({ state: 'open', decidedAt: null, ongoing: ongoingKey(before) })
      .where(and(isMine(by, id), eq(nominations.state, 'withdrawn')));
    return { id };
  });
}

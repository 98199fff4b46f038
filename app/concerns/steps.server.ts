/** What people do with a concern, each one command. */
import { desc, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { concerns, concernSteps } from '#db/schema/concerns.ts';

import { around } from './around.server.ts';
import { after, tended } from './chain.ts';
import { type Refusal, type Step, take } from './concern.ts';
import { keep, stepsSoFar } from './keeping.server.ts';
import type { ArticleWords } from '#app/answers/article.ts';
import { writeArticle } from '#app/answers/article-writing.server.ts';
import { type Asker, partOf } from './visible.server.ts';

type Taking = {
  note: string;
  /** how many steps the page showed from which this was sent */
  seen: number;
  /** what was learned, at a closing; null: nothing others could use */
  article?: ArticleWords | null;
};

/**
 * Takes a step with a concern that was looked up through the viewer. The same step sent twice is taken once; what was
 * sent from a page that is no longer true is refused as `stale`, so that nobody answers what they have not read.
 */
export async function takeStep(
  id: string,
  step: Step,
  by: Asker,
  { note, seen, article }: Taking,
  now: number,
): Promise<{ taken: Step } | { refused: Refusal | 'stale' }> {
  return db.write(async (tx) => {
    const [concern] = await tx.select().from(concerns).where(eq(concerns.id, id));
    if (!concern) return { refused: 'not-yours' };
    if ((await stepsSoFar(id)) !== seen)
      return (await wasJustTaken(id, step, by.id, note)) ? { taken: step } : { refused: 'stale' };
    const state = take(step, concern, partOf(by, concern));
    if (typeof state !== 'string') return state;
    const standing = after(step, state, concern, await around(concern, now), now);
    const kept = await keep(tx, concern, standing, { step, byId: by.id, note, now });
    if (article) await writeArticle(tx, { concernId: id }, article, by.id, now);
    await tend(tx, kept, now);
    return { taken: step };
  });
}

/** Lets time and absences have their effect on a concern, inside the transaction that loaded it. */
export async function tend(tx: Tx, concern: typeof concerns.$inferSelect, now: number): Promise<void> {
  const found = tended(concern, await around(concern, now), now);
  if (!found) return;
  const { standing, step } = found;
  if (step) await keep(tx, concern, standing, { step, byId: null, now });
  else await tx.update(concerns).set({ dueAt: standing.dueAt }).where(eq(concerns.id, concern.id));
}

/** Whether this person's last step was the same, in the same words. */
async function wasJustTaken(id: string, step: Step, byId: string, note: string): Promise<boolean> {
  const last = await db.read
    .select({ step: concernSteps.step, byId: concernSteps.byId, note: concernSteps.note })
    .from(concernSteps)
    .where(eq(concernSteps.concernId, id))
    .orderBy(desc(concernSteps.number))
    .limit(2);
  // What follows by itself in the same transaction may stand after it.
  const taken = last.find((row) => row.byId !== null);
  return taken?.step === step && taken.byId === byId && (taken.note ?? '') === note;
}

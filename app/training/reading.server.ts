/** Which parts of which lessons somebody has read. */
import { and, eq } from 'drizzle-orm';

import { recordFact } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { lessonReadings } from '#db/schema/training.ts';

import type { Module } from './module.ts';
import { isRead, withPart } from './reading.ts';

export type Reading = { parts: string[]; readAt: number | null };

const readingBy = (personId: string, module: string) =>
  and(eq(lessonReadings.personId, personId), eq(lessonReadings.module, module));

/**
 * Marks a part of a lesson as read. `finished`: with it, the lesson is read to its end for the first time, and that is
 * a fact. Refuses what is no part of the lesson as it is now.
 */
export async function markRead(
  personId: string,
  { key: module, version, parts }: Pick<Module, 'key' | 'version' | 'parts'>,
  part: string,
  now: number,
): Promise<{ finished: boolean } | { refused: 'no-such-part' }> {
  if (!parts.some(({ key }) => key === part)) return { refused: 'no-such-part' };
  return db.write(async (tx) => {
    await tx
      .insert(lessonReadings)
      .values({ personId, module, parts: [], startedAt: now, changedAt: now })
      .onConflictDoNothing();
    // Two tabs may mark at once: whoever updates the row first holds it until the other may add to it.
    const [held] = await tx
      .update(lessonReadings)
      .set({ changedAt: now })
      .where(readingBy(personId, module))
      .returning({ parts: lessonReadings.parts, readAt: lessonReadings.readAt });
    const read = withPart(held!.parts, part);
    const finished = held!.readAt === null && isRead(parts, read);
    await tx
      .update(lessonReadings)
      .set({ parts: read, ...(finished && { readAt: now }) })
      .where(readingBy(personId, module));
    if (finished)
      await recordFact(tx, {
        kind: 'lesson-read',
        personId,
        at: now,
        source: { room: 'training', id: `${personId} ${module}` },
        details: { module, version },
        by: personId,
        now,
      });
    return { finished };
  });
}

/** What somebody has read of every lesson they began, whether it is still there or not. */
export async function readingsOf(personId: string): Promise<Map<string, Reading>> {
  const rows = await db.read
    .select({ module: lessonReadings.module, parts: lessonReadings.parts, readAt: lessonReadings.readAt })
    .from(lessonReadings)
    .where(eq(lessonReadings.personId, personId));
  return new Map(rows.map(({ module, ...reading }) => [module, reading]));
}

/** What somebody has read of one lesson. */
export async function readingOf(personId: string, module: string): Promise<Reading> {
  const [reading] = await db.read
    .select({ parts: lessonReadings.parts, readAt: lessonReadings.readAt })
    .from(lessonReadings)
    .where(readingBy(personId, module));
  return reading ?? { parts: [], readAt: null };
}

/** Whether somebody has read a lesson to its end, as it was when they did. */
export const hasRead = async (personId: string, module: string): Promise<boolean> =>
  (await readingOf(personId, module)).readAt !== null;

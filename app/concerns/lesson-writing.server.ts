import { eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { indexWords } from '#db/full-text.server.ts';
import { newId } from '#db/ids.ts';
import { lessons } from '#db/schema/concerns.ts';

import type { LessonWords } from './lesson.ts';

/** Adds a lesson to the library, in the transaction that closes its concern. */
export async function writeLesson(
  tx: Tx,
  concernId: string | null,
  { question, answer }: LessonWords,
  byId: string,
  now: number,
): Promise<string> {
  const id = newId();
  await tx.insert(lessons).values({ id, concernId, question, answer, writtenAt: now, writtenBy: byId });
  await indexWords(tx, 'lessons', id, question, answer);
  return id;
}

/** Changes a lesson that was looked up through the viewer. Refuses with what it says now when somebody else was first. */
export async function rewriteLesson(id: string, version: number, { question, answer }: LessonWords) {
  return db.write(async (tx) => {
    const [now] = await tx.select().from(lessons).where(eq(lessons.id, id));
    if (!now || now.version !== version) return { refused: 'stale' as const, now: now ?? null };
    await tx
      .update(lessons)
      .set({ question, answer, version: version + 1 })
      .where(eq(lessons.id, id));
    if (now.withdrawnAt === null) await indexWords(tx, 'lessons', id, question, answer);
    return { saved: version + 1 };
  });
}

/** Takes a lesson out of the library; `back` puts it there again. Twice is once. */
export async function withdrawLesson(id: string, back: boolean, now: number): Promise<void> {
  await db.write(async (tx) => {
    const [lesson] = await tx.select().from(lessons).where(eq(lessons.id, id));
    if (!lesson || (lesson.withdrawnAt === null) === back) return;
    await tx
      .update(lessons)
      .set({ withdrawnAt: back ? null : now })
      .where(eq(lessons.id, id));
    await indexWords(tx, 'lessons', id, back ? lesson.question : '', back ? lesson.answer : '');
  });
}

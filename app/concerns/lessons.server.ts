import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { matching } from '#db/full-text.server.ts';
import { beyond } from '#db/keyset.ts';
import { lessons } from '#db/schema/concerns.ts';

import { enoughOf, tellingWords } from './lesson.ts';
import { type Asker, isOrganiser } from './visible.server.ts';

const PAGE = 20;

/** The library, newest first, from after a place on; with a query, what it finds, best first. */
export async function lessonsPage(query: string, after: Cursor | null) {
  const columns = { id: lessons.id, question: lessons.question, answer: lessons.answer };
  const match = matching('lessons', query);
  if (match) {
    const found = await db.read
      .select(columns)
      .from(lessons)
      .innerJoin(sql`${match.ranked} as matched`, sql`matched.id = ${lessons.id}`)
      .where(isNull(lessons.withdrawnAt))
      .orderBy(sql`matched.rank`, desc(lessons.writtenAt), desc(lessons.id))
      .limit(MOST_FOUND);
    return { lessons: found, next: null };
  }
  const rows = await db.read
    .select({ ...columns, writtenAt: lessons.writtenAt })
    .from(lessons)
    .where(and(isNull(lessons.withdrawnAt), beyond(lessons.writtenAt, lessons.id, after, 'descending')))
    .orderBy(desc(lessons.writtenAt), desc(lessons.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    lessons: page.map(({ id, question, answer }) => ({ id, question, answer })),
    next: rows.length > PAGE && last ? writeCursor({ order: last.writtenAt, id: last.id }) : null,
  };
}
const MOST_FOUND = 50;

/** The lessons that may answer what somebody asks, the closest first. */
export async function lessonsLike(text: string, most = 3) {
  const words = tellingWords(text);
  const counted = new Map<string, number>();
  for (const word of words) {
    for (const id of await holding(word)) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  const close = [...counted].filter(([, hits]) => hits >= enoughOf(words)).sort((a, b) => b[1] - a[1]);
  const ids = close.slice(0, most).map(([id]) => id);
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({ id: lessons.id, question: lessons.question, answer: lessons.answer })
    .from(lessons)
    .where(and(inArray(lessons.id, ids), isNull(lessons.withdrawnAt)));
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The lessons that hold a word, the best of them: a word that is in very many says little about any. */
async function holding(word: string): Promise<string[]> {
  const match = matching('lessons', word);
  if (!match) return [];
  const rows = await db.read
    .select({ id: lessons.id })
    .from(lessons)
    .innerJoin(sql`${match.ranked} as matched`, sql`matched.id = ${lessons.id}`)
    .where(isNull(lessons.withdrawnAt))
    .orderBy(sql`matched.rank`)
    .limit(50);
  return rows.map(({ id }) => id);
}

/** A lesson, with whether this person may change it. One that was withdrawn is there for those who may bring it back. */
export async function visibleLesson(viewer: Asker, id: string) {
  const [lesson] = await db.read
    .select({
      id: lessons.id,
      question: lessons.question,
      answer: lessons.answer,
      version: lessons.version,
      writtenBy: lessons.writtenBy,
      withdrawnAt: lessons.withdrawnAt,
    })
    .from(lessons)
    .where(eq(lessons.id, id));
  if (!lesson) return null;
  // Who wrote it is not told: it could tell whose concern it was.
  const { writtenBy, withdrawnAt, ...shown } = lesson;
  const changeable = isOrganiser(viewer) || writtenBy === viewer.id;
  if (withdrawnAt !== null && !changeable) return null;
  return { ...shown, withdrawn: withdrawnAt !== null, changeable };
}

/** What was learned from a concern that was looked up through the viewer, as it was last said; null: nothing. */
export async function lessonOf(concernId: string): Promise<{ id: string; question: string } | null> {
  const [lesson] = await db.read
    .select({ id: lessons.id, question: lessons.question })
    .from(lessons)
    .where(and(eq(lessons.concernId, concernId), isNull(lessons.withdrawnAt)))
    .orderBy(desc(lessons.writtenAt), desc(lessons.id))
    .limit(1);
  return lesson ?? null;
}

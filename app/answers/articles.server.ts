import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { matching } from '#db/full-text.server.ts';
import { beyond } from '#db/keyset.ts';
import { articles } from '#db/schema/answers.ts';

import { enoughOf, tellingWords } from './article.ts';

const PAGE = 20;

/** The library, newest first, from after a place on; with a query, what it finds, best first. */
export async function articlesPage(query: string, after: Cursor | null) {
  const columns = { id: articles.id, question: articles.question, answer: articles.answer };
  const match = matching('articles', query);
  if (match) {
    const found = await db.read
      .select(columns)
      .from(articles)
      .innerJoin(sql`${match.ranked} as matched`, sql`matched.id = ${articles.id}`)
      .where(isNull(articles.withdrawnAt))
      .orderBy(sql`matched.rank`, desc(articles.writtenAt), desc(articles.id))
      .limit(MOST_FOUND);
    return { articles: found, next: null };
  }
  const rows = await db.read
    .select({ ...columns, writtenAt: articles.writtenAt })
    .from(articles)
    .where(and(isNull(articles.withdrawnAt), beyond(articles.writtenAt, articles.id, after, 'descending')))
    .orderBy(desc(articles.writtenAt), desc(articles.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    articles: page.map(({ id, question, answer }) => ({ id, question, answer })),
    next: rows.length > PAGE && last ? writeCursor({ order: last.writtenAt, id: last.id }) : null,
  };
}
const MOST_FOUND = 50;

/** The articles that may answer what somebody asks, the closest first. */
export async function articlesLike(text: string, most = 3) {
  const words = tellingWords(text);
  const counted = new Map<string, number>();
  for (const word of words) {
    for (const id of await holding(word)) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  const close = [...counted].filter(([, hits]) => hits >= enoughOf(words)).sort((a, b) => b[1] - a[1]);
  const ids = close.slice(0, most).map(([id]) => id);
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({ id: articles.id, question: articles.question, answer: articles.answer })
    .from(articles)
    .where(and(inArray(articles.id, ids), isNull(articles.withdrawnAt)));
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The articles that hold a word, the best of them: a word that is in very many says little about any. */
async function holding(word: string): Promise<string[]> {
  const match = matching('articles', word);
  if (!match) return [];
  const rows = await db.read
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(sql`${match.ranked} as matched`, sql`matched.id = ${articles.id}`)
    .where(isNull(articles.withdrawnAt))
    .orderBy(sql`matched.rank`)
    .limit(50);
  return rows.map(({ id }) => id);
}

/** A article, with whether this person may change it. One that was withdrawn is there for those who may bring it back. */
export async function visibleArticle(viewer: { id: string; roles: readonly string[] }, id: string) {
  const [article] = await db.read
    .select({
      id: articles.id,
      question: articles.question,
      answer: articles.answer,
      version: articles.version,
      questionId: articles.questionId,
      writtenBy: articles.writtenBy,
      withdrawnAt: articles.withdrawnAt,
    })
    .from(articles)
    .where(eq(articles.id, id));
  if (!article) return null;
  // Who wrote it is not told: it could tell whose concern it was.
  const { writtenBy, withdrawnAt, ...shown } = article;
  const changeable = viewer.roles.includes('organiser') || writtenBy === viewer.id;
  if (withdrawnAt !== null && !changeable) return null;
  return { ...shown, withdrawn: withdrawnAt !== null, changeable };
}

/** What was learned from a concern that was looked up through the viewer, as it was last said; null: nothing. */
export const articleOf = (concernId: string) => newestOf(eq(articles.concernId, concernId));

/** What was made of a question that was looked up through the viewer; null: nothing. */
export const articleOfQuestion = (questionId: string) => newestOf(eq(articles.questionId, questionId));

async function newestOf(source: SQL): Promise<{ id: string; question: string } | null> {
  const [article] = await db.read
    .select({ id: articles.id, question: articles.question })
    .from(articles)
    .where(and(source, isNull(articles.withdrawnAt)))
    .orderBy(desc(articles.writtenAt), desc(articles.id))
    .limit(1);
  return article ?? null;
}

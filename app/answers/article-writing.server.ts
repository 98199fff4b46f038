import { eq } from 'drizzle-orm';

import { announce } from '#app/channels/announcing.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { indexWords } from '#db/full-text.server.ts';
import { newId } from '#db/ids.ts';
import { articles } from '#db/schema/answers.ts';

import type { ArticleWords } from './article.ts';
import { articleOfQuestion } from './articles.server.ts';

/** What an article came from. */
type Source = { concernId: string } | { questionId: string };

/** Adds an article to the library, in the transaction that closes its concern or is about its question. */
export async function writeArticle(
  tx: Tx,
  source: Source,
  { question, answer }: ArticleWords,
  byId: string,
  now: number,
): Promise<string> {
  const id = newId();
  await tx.insert(articles).values({ id, ...source, question, answer, writtenAt: now, writtenBy: byId });
  await indexWords(tx, 'articles', id, question, answer);
  await announce(tx, { kind: 'article', subjectId: id, now });
  return id;
}

/**
 * Makes an article of the answer to a question that was looked up through the viewer. Of one question there is one
 * article in the library at a time: where there is, that one's id is returned, and `isNew` is false.
 */
export async function writeArticleOf(questionId: string, words: ArticleWords, byId: string, now: number) {
  return db.write(async (tx) => {
    const before = await articleOfQuestion(questionId);
    if (before) return { id: before.id, isNew: false };
    return { id: await writeArticle(tx, { questionId }, words, byId, now), isNew: true };
  });
}

/** Changes an article that was looked up through the viewer. Refuses with what it says now when somebody else was first. */
export async function rewriteArticle(id: string, version: number, { question, answer }: ArticleWords) {
  return db.write(async (tx) => {
    const [now] = await tx.select().from(articles).where(eq(articles.id, id));
    if (!now || now.version !== version) return { refused: 'stale' as const, now: now ?? null };
    await tx
      .update(articles)
      .set({ question, answer, version: version + 1 })
      .where(eq(articles.id, id));
    if (now.withdrawnAt === null) await indexWords(tx, 'articles', id, question, answer);
    return { saved: version + 1 };
  });
}

/** Takes an article out of the library; `back` puts it there again. Twice is once. */
export async function withdrawArticle(id: string, back: boolean, now: number): Promise<void> {
  await db.write(async (tx) => {
    const [article] = await tx.select().from(articles).where(eq(articles.id, id));
    if (!article || (article.withdrawnAt === null) === back) return;
    await tx
      .update(articles)
      .set({ withdrawnAt: back ? null : now })
      .where(eq(articles.id, id));
    await indexWords(tx, 'articles', id, back ? article.question : '', back ? article.answer : '');
  });
}

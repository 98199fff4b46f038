import { and, eq, isNull } from 'drizzle-orm';

import type { Writer } from '#app/channels/announcement.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { articles } from '#db/schema/answers.ts';

/** What channels are told of an article: the question alone. Articles name nobody. */
export const tellOfArticle: Writer = async (id) => {
  const [article] = await db.read
    .select({ question: articles.question })
    .from(articles)
    .where(and(eq(articles.id, id), isNull(articles.withdrawnAt)));
  if (!article) return null;
  return {
    title: `Answered: ${article.question}`,
    text: 'Somebody asked, and now everyone can read the answer.',
    path: paths.article(id),
  };
};

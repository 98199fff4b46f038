import { choice, index, instant, int, primaryKey, table, text } from '../columns.ts';
import { people } from './accounts.ts';
import { concerns } from './concerns.ts';

/** What was learned from a concern or a question of office hours, written for everyone: it names neither who asked nor where. */
export const articles = table(
  'articles',
  {
    id: text('id').primaryKey(),
    concernId: text('concern_id').references(() => concerns.id),
    /** the question of office hours it came from */
    questionId: text('question_id'),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    /** one more with every change, so that two who edit at once learn of each other */
    version: int('version').notNull().default(1),
    writtenAt: instant('written_at').notNull(),
    writtenBy: text('written_by').references(() => people.id),
    withdrawnAt: instant('withdrawn_at'),
  },
  (self) => [
    index('articles_written').on(self.writtenAt, self.id),
    index('articles_concern').on(self.concernId),
    index('articles_question').on(self.questionId),
  ],
);

/** Whether an answer of the library helped somebody. */
export const helpfulness = table(
  'helpfulness',
  {
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    helped: choice('helped', ['yes', 'no']).notNull(),
    at: instant('at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.articleId, self.personId] })],
);

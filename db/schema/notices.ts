import { index, instant, table, text } from '../columns.ts';
import { people } from './accounts.ts';

/** Something a person is told once. */
export const notices = table(
  'notices',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    text: text('text').notNull(),
    /** where it leads, a path of ours */
    path: text('path'),
    /** who may still see what it speaks of; null where it speaks of the person alone */
    audienceId: text('audience_id'),
    readAt: instant('read_at'),
  },
  (self) => [index('notices_person').on(self.personId, self.at, self.id)],
);

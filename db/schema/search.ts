import { serial, table, text, uniqueIndex } from '../columns.ts';

/** The words of everything that can be found, by room and id. `number` is what the full-text index refers to. */
export const searchTexts = table(
  'search_texts',
  {
    number: serial('number'),
    room: text('room').notNull(),
    id: text('id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
  },
  (self) => [uniqueIndex('search_texts_subject').on(self.room, self.id)],
);

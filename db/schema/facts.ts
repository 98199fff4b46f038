import { index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';

/** What happened to or by a person; only ever added to. What turns out wrong is undone by a counter-row. */
export const facts = table(
  'facts',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** when it happened */
    at: instant('at').notNull(),
    /** the room that knows more of it, and its row there */
    room: text('room').notNull(),
    sourceId: text('source_id').notNull(),
    details: json<Record<string, unknown>>('details').notNull(),
    /** null: the house */
    recordedBy: text('recorded_by').references(() => people.id),
    recordedAt: instant('recorded_at').notNull(),
    /** the fact that this row undoes; of one fact there is one such row */
    undoes: text('undoes'),
    /** kind, person, source and how often it was undone: the same thing is never a fact twice at once */
    once: text('once').notNull(),
  },
  (self) => [
    uniqueIndex('facts_once').on(self.once),
    uniqueIndex('facts_undoes').on(self.undoes),
    index('facts_person').on(self.personId, self.kind, self.at),
    index('facts_source').on(self.room, self.sourceId),
    index('facts_kind').on(self.kind, self.at),
  ],
);

/** Whose facts have changed since a reader of facts last looked at them: one row for each reader and person. */
export const changedPeople = table(
  'changed_people',
  {
    reader: text('reader').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** begins anywhere and is raised by every change, so that one that comes while a reader looks is not lost */
    changes: int('changes').notNull(),
  },
  (self) => [primaryKey({ columns: [self.reader, self.personId] })],
);

/** By which rules a reader has derived what it keeps: where they are others now, it looks at everybody anew. */
export const derivations = table('derivations', {
  reader: text('reader').primaryKey(),
  rules: text('rules').notNull(),
  /** the last person who was listed to be looked at; null: everybody was */
  listedUpTo: text('listed_up_to'),
  /** when the process began that went by them first, and when it took this over */
  began: instant('began').notNull().default(0),
  takenAt: instant('taken_at').notNull().default(0),
});

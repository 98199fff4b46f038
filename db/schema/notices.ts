import { choice, index, instant, int, primaryKey, table, text } from '../columns.ts';
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
    /** what it is about, a key of app/notices/kinds.ts */
    kind: text('kind').notNull().default('general'),
    text: text('text').notNull(),
    /** where it leads, a path of ours */
    path: text('path'),
    /** who may still see what it speaks of; null where it speaks of the person alone */
    audienceId: text('audience_id'),
    readAt: instant('read_at'),
  },
  (self) => [index('notices_person').on(self.personId, self.at, self.id)],
);

/**
 * The outbox: mail that is to be sent. It holds neither text nor link: both are made when it is sent, from what it is
 * about, so that this table is worth nothing to whoever steals it.
 */
export const messages = table(
  'messages',
  {
    /** part of the Message-ID, the same at every attempt */
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    /** what it is about: a notice, an enrolment, nothing (a password reset) */
    subjectId: text('subject_id'),
    state: choice('state', ['waiting', 'sent', 'dropped', 'dead']).notNull(),
    madeAt: instant('made_at').notNull(),
    attempts: int('attempts').notNull().default(0),
    /** not before; while somebody sends it, the moment from which another may try */
    nextAt: instant('next_at').notNull(),
    sentAt: instant('sent_at'),
    /** what the mail server said last, without addresses or bodies */
    fault: text('fault'),
  },
  (self) => [
    index('messages_waiting').on(self.state, self.nextAt, self.id),
    index('messages_person').on(self.personId),
  ],
);

/** Kinds of notice that a person does not want by mail. */
export const mutedKinds = table(
  'muted_kinds',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    mutedAt: instant('muted_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.personId, self.kind] })],
);

/** When each piece of recurring work was last begun, so that of two instances one does it. */
export const recurringWork = table('recurring_work', {
  name: text('name').primaryKey(),
  begunAt: instant('begun_at').notNull(),
  doneAt: instant('done_at'),
});

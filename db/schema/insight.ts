import { choice, index, instant, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';
import { postmortems } from './postmortems.ts';

/** What a measure of the program was in a month, counted from the rows of its room and kept: a page reads a few of these. */
export const figures = table(
  'figures',
  {
    measure: text('measure').notNull(),
    /** "2026-11", by the organisation's calendar */
    month: text('month').notNull(),
    /** see app/insight: each measure has its own */
    values: json<Record<string, unknown>>('values').notNull(),
    countedAt: instant('counted_at').notNull(),
    /** of the definition it was counted by */
    version: text('version').notNull(),
  },
  (self) => [primaryKey({ columns: [self.measure, self.month] }), index('figures_month').on(self.month)],
);

/** Who gets the report by mail each month, until somebody ends it. */
export const sponsors = table(
  'sponsors',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    since: instant('since').notNull(),
    sinceBy: text('since_by')
      .notNull()
      .references(() => people.id),
    until: instant('until'),
    untilBy: text('until_by').references(() => people.id),
    /** the person while it goes on */
    held: text('held'),
  },
  (self) => [uniqueIndex('sponsors_held').on(self.held)],
);

/** That a sponsor was sent the report of a month: once. */
export const reportMails = table(
  'report_mails',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    month: text('month').notNull(),
    postedAt: instant('posted_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.personId, self.month] })],
);

/** What came out of a postmortem beside its action items and agenda items: as private as it is. */
export const loopLinks = table(
  'loop_links',
  {
    id: text('id').primaryKey(),
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id),
    kind: choice('kind', ['lesson', 'question', 'threat-model']).notNull(),
    /** a lesson: its key ("white/01-…"); a question: that key, "#" and its own; a threat model: its id */
    target: text('target').notNull(),
    linkedAt: instant('linked_at').notNull(),
    linkedBy: text('linked_by')
      .notNull()
      .references(() => people.id),
    removedAt: instant('removed_at'),
    removedBy: text('removed_by').references(() => people.id),
    /** postmortem, kind and target while it stands */
    held: text('held'),
  },
  (self) => [
    uniqueIndex('loop_links_held').on(self.held),
    index('loop_links_postmortem').on(self.postmortemId),
    index('loop_links_target').on(self.target),
  ],
);

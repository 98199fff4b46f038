import { choice, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';
import { audiences } from './audiences.ts';
import { squads } from './squads.ts';

export const postmortems = table(
  'postmortems',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    kind: choice('kind', ['incident', 'near-miss']).notNull(),
    /** 1 critical to 5 informational; null until somebody judges it */
    severity: int('severity'),
    /** the zone its times are in unless one says otherwise, as written */
    timezone: text('timezone'),
    /** where it stands: the newest of its steps, kept here for lists */
    state: choice('state', ['draft', 'in-review', 'published']).notNull(),
    /** whom it is meant for once published */
    reach: choice('reach', ['everyone', 'squads', 'people', 'private']).notNull(),
    /** who sees it now: follows from state, reach, people and squads */
    audienceId: text('audience_id')
      .notNull()
      .references(() => audiences.id),
    authorId: text('author_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    publishedAt: instant('published_at'),
    /** raised with every change of the facts above (title, severity …): who saves against an older one is told */
    version: int('version').notNull().default(1),
  },
  (self) => [
    index('postmortems_state').on(self.state, self.changedAt, self.id),
    index('postmortems_published').on(self.publishedAt, self.id),
    index('postmortems_changed').on(self.changedAt, self.id),
    uniqueIndex('postmortems_audience').on(self.audienceId),
  ],
);

/** draft -> in review -> published -> reopened …, each with who and when. */
export const postmortemSteps = table(
  'postmortem_steps',
  {
    id: text('id').primaryKey(),
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id),
    step: choice('step', [
      'drafted',
      'imported',
      'sent-to-review',
      'returned',
      'published',
      'reopened',
      'reach-changed',
      'involved',
      'released',
    ]).notNull(),
    at: instant('at').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    /** whom it speaks of, and the part they were given or gave back */
    aboutId: text('about_id').references(() => people.id),
    part: choice('part', ['participant', 'reviewer', 'reader']),
    /** for a change of reach, the new one */
    reach: choice('reach', ['everyone', 'squads', 'people', 'private']),
    /** what was missing when it was published all the same */
    missing: json<string[]>('missing').notNull(),
  },
  (self) => [index('postmortem_steps_postmortem').on(self.postmortemId, self.at)],
);

/** Who has a part in it. Draft: author and participants; in review, reviewers too; published or private, readers. */
export const postmortemPeople = table(
  'postmortem_people',
  {
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    part: choice('part', ['author', 'participant', 'reviewer', 'reader']).notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => people.id),
  },
  (self) => [
    primaryKey({ columns: [self.postmortemId, self.personId] }),
    index('postmortem_people_person').on(self.personId),
  ],
);

export const postmortemSquads = table(
  'postmortem_squads',
  {
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id),
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by')
      .notNull()
      .references(() => people.id),
  },
  (self) => [primaryKey({ columns: [self.postmortemId, self.squadId] })],
);

export const postmortemSections = table(
  'postmortem_sections',
  {
    id: text('id').primaryKey(),
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id),
    key: text('key').notNull(),
    heading: text('heading').notNull(),
    help: text('help').notNull().default(''),
    position: int('position').notNull(),
    markdown: text('markdown').notNull(),
    version: int('version').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => people.id),
  },
  (self) => [uniqueIndex('postmortem_sections_key').on(self.postmortemId, self.key)],
);

export const timelineEntries = table(
  'timeline_entries',
  {
    id: text('id').primaryKey(),
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id),
    position: int('position').notNull(),
    /** the words of the time as they were written */
    written: text('written').notNull(),
    /** 2021-02-24T11:13, 2021-02-24, or null: local to the zone */
    at: text('at'),
    precision: choice('precision', ['minute', 'day', 'unknown']).notNull(),
    /** null: the postmortem's own */
    zone: text('zone'),
    /** where one can be known */
    instant: instant('instant'),
    text: text('text').notNull(),
    /** taken out, and so easily put back; null while it stands */
    removedAt: instant('removed_at'),
    removedBy: text('removed_by').references(() => people.id),
    version: int('version').notNull().default(1),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => people.id),
  },
  (self) => [index('timeline_entries_postmortem').on(self.postmortemId, self.position)],
);

/** The newest row of a kind holds; older ones say what was thought before. */
export const milestones = table(
  'milestones',
  {
    id: text('id').primaryKey(),
    postmortemId: text('postmortem_id')
      .notNull()
      .references(() => postmortems.id),
    kind: choice('kind', [
      'impact-started',
      'detected',
      'declared',
      'acknowledged',
      'mitigated',
      'impact-ended',
      'resolved',
    ]).notNull(),
    written: text('written').notNull(),
    /** the word an imported document has for it, such as "Repaired" */
    label: text('label'),
    /** null: unknown, or taken back */
    at: text('at'),
    zone: text('zone'),
    instant: instant('instant'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => people.id),
  },
  (self) => [index('milestones_postmortem').on(self.postmortemId, self.kind, self.recordedAt)],
);

/** The document a postmortem was imported from, word for word. */
export const postmortemSources = table('postmortem_sources', {
  postmortemId: text('postmortem_id')
    .primaryKey()
    .references(() => postmortems.id),
  fileName: text('file_name').notNull(),
  markdown: text('markdown').notNull(),
  importedAt: instant('imported_at').notNull(),
  importedBy: text('imported_by')
    .notNull()
    .references(() => people.id),
});

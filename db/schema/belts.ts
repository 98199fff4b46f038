import { choice, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';

/** What somebody brings to show that they meet a requirement. `state` follows from its steps. */
export const evidence = table(
  'evidence',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** "green/sast-scan": belt and requirement in content/belts.json */
    requirement: text('requirement').notNull(),
    /** equivalent: something from outside that shows the same, such as a certificate; it has an end */
    kind: choice('kind', ['evidence', 'equivalent']).notNull(),
    state: choice('state', ['draft', 'submitted', 'returned', 'approved', 'withdrawn']).notNull(),
    text: text('text').notNull(),
    links: json<string[]>('links').notNull(),
    /** of an equivalent: until when it holds elsewhere */
    until: instant('until'),
    /** 1, 2, 3 …: raised by every submission, since approvals are of what was submitted */
    round: int('round').notNull(),
    /** raised by every change of its words, so that two tabs do not overwrite each other in silence */
    version: int('version').notNull(),
    createdAt: instant('created_at').notNull(),
    submittedAt: instant('submitted_at'),
    decidedAt: instant('decided_at'),
    /** person and requirement until it is decided: two tabs cannot begin twice */
    ongoing: text('ongoing'),
  },
  (self) => [
    uniqueIndex('evidence_ongoing').on(self.ongoing),
    index('evidence_person').on(self.personId, self.createdAt),
    index('evidence_state').on(self.state, self.submittedAt, self.id),
  ],
);

/** What happened to evidence, each with who and when; only ever added to. */
export const evidenceSteps = table(
  'evidence_steps',
  {
    id: text('id').primaryKey(),
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    step: choice('step', [
      'begun',
      'submitted',
      'recalled',
      'commented',
      'approved',
      'returned',
      'withdrawn',
      'resumed',
    ]).notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    note: text('note'),
    round: int('round').notNull(),
    /** of an approval: evidence, round and assessor, so that one assessor is never two */
    once: text('once'),
  },
  (self) => [
    uniqueIndex('evidence_steps_once').on(self.once),
    index('evidence_steps_evidence').on(self.evidenceId, self.byId, self.step),
    index('evidence_steps_by').on(self.byId, self.step, self.at),
  ],
);

/** A file of evidence; what is in it lies beside the database, under this id. */
export const evidenceFiles = table(
  'evidence_files',
  {
    id: text('id').primaryKey(),
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    name: text('name').notNull(),
    /** by its content */
    type: text('type').notNull(),
    bytes: int('bytes').notNull(),
    sha256: text('sha256').notNull(),
    addedAt: instant('added_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (self) => [index('evidence_files_evidence').on(self.evidenceId, self.addedAt)],
);

/** Somebody who was there is asked to say so. */
export const attestations = table(
  'attestations',
  {
    id: text('id').primaryKey(),
    subject: choice('subject', ['evidence', 'activity']).notNull(),
    subjectId: text('subject_id').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** null: named, and asked once what they are asked about is submitted */
    askedAt: instant('asked_at'),
    answer: choice('answer', ['confirmed', 'declined']),
    answeredAt: instant('answered_at'),
  },
  (self) => [
    uniqueIndex('attestations_once').on(self.subject, self.subjectId, self.personId),
    index('attestations_person').on(self.personId, self.answeredAt),
  ],
);

/** Something somebody led, until the room for it exists: a record that its participants confirm. */
export const activities = table(
  'activities',
  {
    id: text('id').primaryKey(),
    kind: choice('kind', ['threat-modelling']).notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** what it was about: the feature that was modelled */
    feature: text('feature').notNull(),
    /** "2026-03-04", as the organisation's calendar says */
    day: text('day').notNull(),
    /** where its outcome can be read */
    outcome: text('outcome').notNull(),
    createdAt: instant('created_at').notNull(),
    /** when enough participants had confirmed it */
    confirmedAt: instant('confirmed_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (self) => [index('activities_person').on(self.personId, self.createdAt)],
);

/** Leave for a person to go without a requirement, for a reason and a time. */
export const beltWaivers = table(
  'belt_waivers',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    requirement: text('requirement').notNull(),
    reason: text('reason').notNull(),
    givenAt: instant('given_at').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => people.id),
    until: instant('until').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by').references(() => people.id),
  },
  (self) => [index('belt_waivers_person').on(self.personId, self.givenAt)],
);

/** How somebody stands with a belt they earned, derived from facts and kept for lists. */
export const beltStandings = table(
  'belt_standings',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    belt: text('belt').notNull(),
    state: choice('state', ['held', 'due', 'grace', 'lapsed']).notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
    /** when it becomes another by time alone; null: never */
    changesAt: instant('changes_at'),
    /** the version of the rules it was derived by */
    rules: text('rules').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.personId, self.belt] }),
    index('belt_standings_changes').on(self.changesAt),
    index('belt_standings_belt').on(self.belt, self.state),
  ],
);

/** That somebody earned a belt: celebrated once. */
export const promotions = table(
  'promotions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    belt: text('belt').notNull(),
    /** when its last requirement was met */
    earnedAt: instant('earned_at').notNull(),
    madeAt: instant('made_at').notNull(),
    /** when the person asked to have it told in the guild's channel */
    toPostAt: instant('to_post_at'),
    /** of one that was told before there were channels: when it arrived */
    postedAt: instant('posted_at'),
  },
  (self) => [uniqueIndex('promotions_once').on(self.personId, self.belt)],
);

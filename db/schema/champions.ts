import { choice, index, instant, int, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';
import { squads } from './squads.ts';

/** One time somebody serves a squad as its champion, from the application to the end. `state` follows from its steps. */
export const enrolments = table(
  'enrolments',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
    state: choice('state', [
      'applied',
      'onboarding',
      'active',
      'declined',
      'withdrawn',
      'stepped-down',
    ]).notNull(),
    /** person and squad while it goes on, null once it has ended: two tabs cannot apply twice */
    ongoing: text('ongoing'),
    /** the address of the manager who is asked, lower case; null: whoever is the person's manager here */
    managerEmail: text('manager_email'),
    /** agreed with the manager */
    hoursPerMonth: int('hours_per_month'),
    buddyId: text('buddy_id').references(() => people.id),
    appliedAt: instant('applied_at').notNull(),
    agreedAt: instant('agreed_at'),
    activeAt: instant('active_at'),
    /** when the person was last asked and stayed */
    renewedAt: instant('renewed_at'),
    endedAt: instant('ended_at'),
    /** since when they like to be named among the alumni; null: they are not */
    listedAt: instant('listed_at'),
  },
  (self) => [
    uniqueIndex('enrolments_ongoing').on(self.ongoing),
    index('enrolments_person').on(self.personId, self.appliedAt),
    index('enrolments_squad').on(self.squadId, self.state),
    index('enrolments_squad_ended').on(self.squadId, self.endedAt),
    index('enrolments_state').on(self.state, self.appliedAt, self.id),
  ],
);

/** What happened to an enrolment, each with who and when; only ever added to. */
export const enrolmentSteps = table(
  'enrolment_steps',
  {
    id: text('id').primaryKey(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    step: text('step').notNull(),
    byId: text('by_id').references(() => people.id),
    at: instant('at').notNull(),
    /** in the words of whoever took it; seen by the person, the manager who was asked and organisers */
    note: text('note'),
    hoursPerMonth: int('hours_per_month'),
  },
  (self) => [index('enrolment_steps_enrolment').on(self.enrolmentId, self.at)],
);

/** A link by which a manager agrees hours, after signing in: only its hash is kept. */
export const agreementLinks = table(
  'agreement_links',
  {
    /** SHA-256 of the token in the link */
    id: text('id').primaryKey(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (self) => [index('agreement_links_enrolment').on(self.enrolmentId)],
);

/** A point of the onboarding checklist, or a meeting with the buddy, that is done. */
export const onboardingMarks = table(
  'onboarding_marks',
  {
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    key: text('key').notNull(),
    doneAt: instant('done_at').notNull(),
    doneBy: text('done_by')
      .notNull()
      .references(() => people.id),
  },
  (self) => [primaryKey({ columns: [self.enrolmentId, self.key] })],
);

/** What a champion says they spent in a month; of several for one month the newest counts. */
export const hoursReports = table(
  'hours_reports',
  {
    id: text('id').primaryKey(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    /** "2026-03" */
    month: text('month').notNull(),
    /** quarters of an hour */
    quarters: int('quarters').notNull(),
    word: text('word'),
    reportedAt: instant('reported_at').notNull(),
  },
  (self) => [
    index('hours_reports_enrolment').on(self.enrolmentId, self.month, self.reportedAt),
    index('hours_reports_month').on(self.month),
  ],
);

/** What a champion knows especially well (until null) or did; the keys are those of content/coverage.json. */
export const specialisms = table(
  'specialisms',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    key: text('key').notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
  },
  (self) => [
    index('specialisms_person').on(self.personId, self.until),
    index('specialisms_held').on(self.until, self.key),
  ],
);

/** Leave for a squad to go without what a policy asks, for a reason and a time. */
export const coverageWaivers = table(
  'coverage_waivers',
  {
    id: text('id').primaryKey(),
    squadId: text('squad_id')
      .notNull()
      .references(() => squads.id),
    /** the policy's key in content/coverage.json */
    policy: text('policy').notNull(),
    reason: text('reason').notNull(),
    givenAt: instant('given_at').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => people.id),
    expiresAt: instant('expires_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: text('withdrawn_by').references(() => people.id),
  },
  (self) => [
    index('coverage_waivers_squad').on(self.squadId, self.expiresAt),
    index('coverage_waivers_expiry').on(self.expiresAt),
  ],
);

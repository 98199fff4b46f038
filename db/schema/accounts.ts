import { choice, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';

/** The one organisation this installation serves. */
export const organisations = table('organisations', {
  id: int('id').primaryKey(),
  name: text('name').notNull(),
  /** the word for a postmortem here */
  postmortemWord: choice('postmortem_word', ['postmortem', 'incident review', 'retrospective'])
    .notNull()
    .default('postmortem'),
  timezone: text('timezone').notNull().default('UTC'),
  foundedAt: instant('founded_at').notNull(),
});

export const people = table(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** lower case */
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(),
    joinedAt: instant('joined_at').notNull(),
    deactivatedAt: instant('deactivated_at'),
    deactivatedBy: text('deactivated_by'),
  },
  (self) => [uniqueIndex('people_email').on(self.email), index('people_name').on(self.name, self.id)],
);

/** A role someone holds (renounced_at null) or held. Everyone is a member without a row. */
export const roles = table(
  'roles',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: choice('role', ['organiser', 'administrator']).notNull(),
    assumedAt: instant('assumed_at').notNull(),
    /** null: by setting the installation up */
    assumedBy: text('assumed_by').references(() => people.id),
    renouncedAt: instant('renounced_at'),
    renouncedBy: text('renounced_by').references(() => people.id),
  },
  (self) => [index('roles_person').on(self.personId)],
);

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the id in the cookie */
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    expiresAt: instant('expires_at').notNull(),
    startedAt: instant('started_at').notNull(),
    userAgent: text('user_agent').notNull(),
  },
  (self) => [index('sessions_person').on(self.personId)],
);

/** A browser that has signed in to an account before: whoever hammers on that account from elsewhere cannot keep it out. */
export const knownDevices = table(
  'known_devices',
  {
    /** SHA-256 of the token in the browser's cookie */
    id: text('id').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    seenAt: instant('seen_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.id, self.personId] }),
    index('known_devices_person').on(self.personId),
  ],
);

/** A link that lets somebody in once: set-up, an invitation, a password reset. */
export const tokens = table(
  'tokens',
  {
    /** SHA-256 of the token in the link */
    id: text('id').primaryKey(),
    purpose: choice('purpose', ['set-up', 'invitation', 'password-reset']).notNull(),
    /** whose password; for an invitation, nobody yet */
    personId: text('person_id').references(() => people.id),
    /** whom an invitation is for, lower case */
    email: text('email'),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').references(() => people.id),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (self) => [index('tokens_purpose').on(self.purpose, self.madeAt)],
);

/** Only ever added to; the database refuses anything else. No references: an entry outlives what it speaks of. */
export const auditEntries = table(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    event: text('event').notNull(),
    actorId: text('actor_id'),
    subjectId: text('subject_id'),
    details: json<Record<string, string>>('details').notNull(),
  },
  (self) => [index('audit_entries_at').on(self.at, self.id)],
);

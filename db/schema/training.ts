import { choice, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';
import { squads } from './squads.ts';

/** How far somebody is in a lesson: the parts they have read of the lesson as it is now. */
export const lessonReadings = table(
  'lesson_readings',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** "white/01-what-goes-wrong": its file in content/training, without the ending */
    module: text('module').notNull(),
    /** keys of the parts that were read */
    parts: json<string[]>('parts').notNull(),
    startedAt: instant('started_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** when it was first read to its end */
    readAt: instant('read_at'),
  },
  (self) => [primaryKey({ columns: [self.personId, self.module] })],
);

/** How many of those who can sign in have read a lesson and passed its quiz, as it was counted last. */
export const moduleProgress = table('module_progress', {
  /** the module; "" is the count itself, with how many people there are */
  module: text('module').primaryKey(),
  read: int('people_read').notNull(),
  passed: int('people_passed').notNull(),
  people: int('people').notNull(),
  countedAt: instant('counted_at').notNull(),
  /** how long it took to count, in milliseconds */
  took: int('took').notNull(),
});

/** A question as somebody saw it: banks change, and this stays. */
export const quizQuestions = table('quiz_questions', {
  /** SHA-256 of the module and the question as it stood */
  id: text('id').primaryKey(),
  module: text('module').notNull(),
  /** its id in the bank */
  key: text('key').notNull(),
  body: json<unknown>('body').notNull(),
  seenAt: instant('seen_at').notNull(),
});

/** An assessed attempt. Once it is finished the database itself refuses to change it. */
export const quizAttempts = table(
  'quiz_attempts',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    module: text('module').notNull(),
    /** the version of the lesson and its bank */
    version: text('version').notNull(),
    /** the questions in the order they are asked, each with its options in the order they are shown */
    drawn: json<{ question: string; options: number[] }[]>('drawn').notNull(),
    /** person and module while it goes on, null once it is finished: two tabs cannot begin twice */
    ongoing: text('ongoing'),
    openedAt: instant('opened_at').notNull(),
    /** answers are taken until then */
    closesAt: instant('closes_at').notNull(),
    finishedAt: instant('finished_at'),
    outcome: choice('outcome', ['passed', 'not-passed']),
    asked: int('asked').notNull(),
    right: int('right_answers'),
    /** what was answered, by position: the options as the bank numbers them; null: no answer. Only when finished */
    given: json<(number[] | null)[]>('given'),
  },
  (self) => [
    uniqueIndex('quiz_attempts_ongoing').on(self.ongoing),
    index('quiz_attempts_person').on(self.personId, self.module, self.openedAt),
    index('quiz_attempts_closing').on(self.finishedAt, self.closesAt),
    // With the person, so that who passed a module since some day is counted from the index alone.
    index('quiz_attempts_passes').on(self.module, self.outcome, self.finishedAt, self.personId),
  ],
);

/** An answer in an attempt that goes on. Finishing seals them into the attempt. */
export const quizAnswers = table(
  'quiz_answers',
  {
    attemptId: text('attempt_id')
      .notNull()
      .references(() => quizAttempts.id),
    /** 0 is the first question */
    position: int('position').notNull(),
    /** the options as the bank numbers them */
    chosen: json<number[]>('chosen').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.attemptId, self.position] })],
);

/** Training that many are asked to do within a time. */
export const campaigns = table(
  'campaigns',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    about: text('about').notNull(),
    modules: json<string[]>('modules').notNull(),
    /** whom it asks; campaign.ts in the room knows the shapes */
    audience: json<unknown>('audience').notNull(),
    opensAt: instant('opens_at').notNull(),
    closesAt: instant('closes_at').notNull(),
    /** a pass since then counts, so that nobody is asked again for what they have just shown */
    countsFrom: instant('counts_from').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    /** when its people were first gathered */
    openedAt: instant('opened_at'),
    /** the version and lessons for which everybody was last looked at; null: nobody was yet */
    gathered: text('gathered'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by').references(() => people.id),
    /** raised by every change, so that two who edit do not overwrite each other in silence */
    version: int('version').notNull(),
  },
  (self) => [index('campaigns_window').on(self.closesAt, self.opensAt)],
);

/** Who is asked by a campaign, and whether they are through. */
export const campaignPeople = table(
  'campaign_people',
  {
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** for whom it counts: one of the squads they were in when they were asked */
    squadId: text('squad_id').references(() => squads.id),
    addedAt: instant('added_at').notNull(),
    completedAt: instant('completed_at'),
    /** since when they need not do it any more: they left, or the audience changed */
    releasedAt: instant('released_at'),
    /** how many reminders they were sent */
    reminders: int('reminders').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.campaignId, self.personId] }),
    index('campaign_people_person').on(self.personId, self.completedAt),
    // With both moments, so that a campaign is summed up by squad from the index alone.
    index('campaign_people_squad').on(self.campaignId, self.squadId, self.completedAt, self.releasedAt),
    index('campaign_people_reminders').on(self.campaignId, self.completedAt, self.releasedAt, self.reminders),
  ],
);

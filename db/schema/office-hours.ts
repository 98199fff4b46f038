import { choice, index, instant, int, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';

/** When a host is there again and again, for whoever comes. */
export const officeHours = table(
  'office_hours',
  {
    id: text('id').primaryKey(),
    hostId: text('host_id')
      .notNull()
      .references(() => people.id),
    about: text('about').notNull(),
    /** RFC 5545, begun on this day (2026-03-04) at this time (17:00) of this zone (IANA) */
    rule: text('rule').notNull(),
    firstDay: text('first_day').notNull(),
    time: text('time').notNull(),
    timezone: text('timezone').notNull(),
    minutes: int('minutes').notNull(),
    /** how long one booking is */
    slotMinutes: int('slot_minutes').notNull(),
    place: text('place').notNull(),
    link: text('link'),
    madeAt: instant('made_at').notNull(),
    endedAt: instant('ended_at'),
    version: int('version').notNull(),
  },
  (self) => [
    index('office_hours_host').on(self.hostId, self.endedAt),
    index('office_hours_ended').on(self.endedAt),
  ],
);

/** One time that a host is there, made some weeks ahead. While it lasts, the queue is open. */
export const sittings = table(
  'sittings',
  {
    id: text('id').primaryKey(),
    officeHoursId: text('office_hours_id')
      .notNull()
      .references(() => officeHours.id),
    /** when its rule has it, "2026-03-04T17:00" */
    occurrence: text('occurrence').notNull(),
    hostId: text('host_id')
      .notNull()
      .references(() => people.id),
    timezone: text('timezone').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    slotMinutes: int('slot_minutes').notNull(),
    place: text('place').notNull(),
    link: text('link'),
    /** the host cannot make it */
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by').references(() => people.id),
    sequence: int('sequence').notNull(),
  },
  (self) => [
    uniqueIndex('sittings_occurrence').on(self.officeHoursId, self.occurrence),
    index('sittings_starts').on(self.startsAt, self.id),
    index('sittings_ends').on(self.endsAt, self.id),
    index('sittings_host').on(self.hostId, self.startsAt),
  ],
);

/** A part of a sitting that somebody has for themself. */
export const bookings = table(
  'bookings',
  {
    id: text('id').primaryKey(),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sittings.id),
    startsAt: instant('starts_at').notNull(),
    minutes: int('minutes').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    topic: text('topic').notNull(),
    tried: text('tried').notNull(),
    madeAt: instant('made_at').notNull(),
    /** somebody cannot make it: the caller, or the host */
    releasedAt: instant('released_at'),
    releasedBy: text('released_by').references(() => people.id),
    /** sitting and beginning while it is held: nobody else gets it */
    held: text('held'),
    version: int('version').notNull(),
    sequence: int('sequence').notNull(),
  },
  (self) => [
    uniqueIndex('bookings_held').on(self.held),
    index('bookings_sitting').on(self.sittingId, self.startsAt),
    index('bookings_person').on(self.personId, self.startsAt),
  ],
);

/** Somebody would take a booking that is given back; the first in line is offered it first. */
export const slotWishes = table(
  'slot_wishes',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    topic: text('topic').notNull(),
    tried: text('tried').notNull(),
    madeAt: instant('made_at').notNull(),
    /** it was fulfilled, or is not wanted any more */
    endedAt: instant('ended_at'),
    /** the person while it stands: one wish each */
    standing: text('standing'),
  },
  (self) => [
    uniqueIndex('slot_wishes_standing').on(self.standing),
    index('slot_wishes_made').on(self.endedAt, self.madeAt),
  ],
);

/** A freed part of a sitting, held for one person for a while. */
export const slotOffers = table(
  'slot_offers',
  {
    id: text('id').primaryKey(),
    wishId: text('wish_id')
      .notNull()
      .references(() => slotWishes.id),
    sittingId: text('sitting_id')
      .notNull()
      .references(() => sittings.id),
    startsAt: instant('starts_at').notNull(),
    minutes: int('minutes').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    offeredAt: instant('offered_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    answer: choice('answer', ['taken', 'declined', 'expired', 'withdrawn']),
    answeredAt: instant('answered_at'),
    /** sitting and beginning while it is held, as in bookings */
    held: text('held'),
  },
  (self) => [
    uniqueIndex('slot_offers_held').on(self.held),
    index('slot_offers_person').on(self.personId, self.answeredAt),
    index('slot_offers_expires').on(self.expiresAt),
    index('slot_offers_sitting').on(self.sittingId),
  ],
);

/** Somebody's place in the queue of those who come without a booking. */
export const queuePlaces = table(
  'queue_places',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    topic: text('topic').notNull(),
    tried: text('tried').notNull(),
    joinedAt: instant('joined_at').notNull(),
    state: choice('state', ['waiting', 'taken', 'done', 'left']).notNull(),
    /** of the host who took them */
    sittingId: text('sitting_id').references(() => sittings.id),
    takenBy: text('taken_by').references(() => people.id),
    takenAt: instant('taken_at'),
    endedAt: instant('ended_at'),
    version: int('version').notNull(),
    /** the person while they wait or are being seen: one place each */
    standing: text('standing'),
  },
  (self) => [
    uniqueIndex('queue_places_standing').on(self.standing),
    index('queue_places_state').on(self.state, self.joinedAt, self.id),
    index('queue_places_person').on(self.personId, self.joinedAt),
    index('queue_places_taken').on(self.takenBy, self.takenAt),
  ],
);

/**
 * A question, asked openly or without one's name. Of one without a name nothing is kept that leads to whoever asked:
 * no person, and the day alone, on which it was moved here with others in no order.
 */
export const questions = table(
  'questions',
  {
    id: text('id').primaryKey(),
    /** null: without a name */
    personId: text('person_id').references(() => people.id),
    title: text('title').notNull(),
    text: text('text').notNull(),
    /** the day it was asked, "2026-03-04" */
    day: text('day').notNull(),
    /** when it was asked; null: without a name */
    askedAt: instant('asked_at'),
    /** SHA-256 of the secret in the link by which it is followed; null: asked openly */
    secretHash: text('secret_hash'),
    state: choice('state', ['open', 'answered', 'closed']).notNull(),
    answeredAt: instant('answered_at'),
    version: int('version').notNull(),
  },
  (self) => [
    uniqueIndex('questions_secret').on(self.secretHash),
    index('questions_state').on(self.state, self.day, self.id),
    index('questions_day').on(self.day, self.id),
    index('questions_person').on(self.personId, self.day),
  ],
);

/** What was said to a question: by a host, or again by whoever asked it. */
export const questionReplies = table(
  'question_replies',
  {
    id: text('id').primaryKey(),
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id),
    /** null: by whoever asked it without a name */
    byId: text('by_id').references(() => people.id),
    text: text('text').notNull(),
    day: text('day').notNull(),
    /** null: without a name */
    at: instant('at'),
    /** 1, 2, 3 …: the order */
    number: int('number').notNull(),
  },
  (self) => [uniqueIndex('question_replies_question').on(self.questionId, self.number)],
);

/**
 * The letter box: what was written without a name lies here for some minutes, until it is taken out together with what
 * else came, shuffled. It holds no time. `questionId`: a further word on a question, else a new one.
 */
export const letterBox = table('letter_box', {
  id: text('id').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  questionId: text('question_id'),
  title: text('title').notNull(),
  text: text('text').notNull(),
});

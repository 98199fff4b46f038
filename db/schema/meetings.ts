import { choice, index, instant, int, primaryKey, table, text, uniqueIndex } from '../columns.ts';
import { people } from './accounts.ts';
import { audiences } from './audiences.ts';

/** Meetings that come again and again: by which rule, where, and from which template. */
export const meetingSeries = table(
  'meeting_series',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    about: text('about').notNull(),
    /** a file of content/agendas, without its ending */
    template: text('template').notNull(),
    /** RFC 5545, begun on this day (2026-03-04) at this time (17:00) of this zone (IANA) */
    rule: text('rule').notNull(),
    firstDay: text('first_day').notNull(),
    time: text('time').notNull(),
    timezone: text('timezone').notNull(),
    minutes: int('minutes').notNull(),
    place: text('place').notNull(),
    /** where one joins from afar */
    link: text('link'),
    /** who runs its meetings where nobody else is named */
    hostId: text('host_id').references(() => people.id),
    /** invitations go out so many days before */
    inviteDays: int('invite_days').notNull(),
    /** who sees what hangs from its meetings: everyone */
    audienceId: text('audience_id')
      .notNull()
      .references(() => audiences.id),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => people.id),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by').references(() => people.id),
    /** raised by every change of its words, so that two tabs do not overwrite each other in silence */
    version: int('version').notNull(),
    /** SEQUENCE of RFC 5545: raised when when or where changes */
    sequence: int('sequence').notNull(),
  },
  (self) => [index('meeting_series_ended').on(self.endedAt)],
);

/** Who is invited besides champions and organisers, because they asked to be, or is not, because they asked not to be. */
export const seriesFollowers = table(
  'series_followers',
  {
    seriesId: text('series_id')
      .notNull()
      .references(() => meetingSeries.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    wish: choice('wish', ['invited', 'left-out']).notNull(),
    since: instant('since').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.seriesId, self.personId] }),
    index('series_followers_person').on(self.personId),
  ],
);

/** One meeting of a series, made some time ahead, and then itself: it can be moved, skipped, and have its own place. */
export const meetings = table(
  'meetings',
  {
    id: text('id').primaryKey(),
    seriesId: text('series_id')
      .notNull()
      .references(() => meetingSeries.id),
    /** when its rule has it ("2026-03-04T17:00"), wherever it has been moved since; null: an extra one */
    occurrence: text('occurrence'),
    title: text('title').notNull(),
    template: text('template').notNull(),
    /** when it begins on the clocks of its zone, and the moment that is */
    wall: text('wall').notNull(),
    timezone: text('timezone').notNull(),
    startsAt: instant('starts_at').notNull(),
    minutes: int('minutes').notNull(),
    place: text('place').notNull(),
    link: text('link'),
    hostId: text('host_id').references(() => people.id),
    /** where it stands: the newest of its steps, kept here for lists */
    state: choice('state', ['planned', 'skipped', 'running', 'ended']).notNull(),
    invitedAt: instant('invited_at'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    minutesAt: instant('minutes_at'),
    recording: text('recording'),
    version: int('version').notNull(),
    /** SEQUENCE of RFC 5545: raised when when or where changes, when it is skipped or takes place after all */
    sequence: int('sequence').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (self) => [
    uniqueIndex('meetings_occurrence').on(self.seriesId, self.occurrence),
    index('meetings_starts').on(self.startsAt, self.id),
    index('meetings_state').on(self.state, self.startsAt, self.id),
    index('meetings_series').on(self.seriesId, self.startsAt, self.id),
  ],
);

/** What happened to a meeting, each with who and when. */
export const meetingSteps = table(
  'meeting_steps',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    step: choice('step', [
      'planned',
      'changed',
      'invited',
      'moved',
      'skipped',
      'restored',
      'started',
      'ended',
      'resumed',
      'minutes-sent',
      'minutes-changed',
      'recording-added',
    ]).notNull(),
    /** null: the house */
    byId: text('by_id').references(() => people.id),
    at: instant('at').notNull(),
    note: text('note').notNull(),
  },
  (self) => [index('meeting_steps_meeting').on(self.meetingId, self.at)],
);

/** Who was sent an invitation, and what they answered. */
export const invitees = table(
  'invitees',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    /** null: they answered without being asked */
    invitedAt: instant('invited_at'),
    answer: choice('answer', ['yes', 'maybe', 'no']),
    answeredAt: instant('answered_at'),
  },
  (self) => [
    primaryKey({ columns: [self.meetingId, self.personId] }),
    index('invitees_person').on(self.personId, self.meetingId),
  ],
);

/**
 * Something for an agenda. What was not reached is carried: a row of its own in the next meeting, of the same lineage,
 * so that each meeting keeps what it had before it.
 */
export const agendaItems = table(
  'agenda_items',
  {
    id: text('id').primaryKey(),
    seriesId: text('series_id')
      .notNull()
      .references(() => meetingSeries.id),
    /** null: proposed, and not placed in any meeting yet */
    meetingId: text('meeting_id').references(() => meetings.id),
    /** a key of its template's parts, or "other" */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    about: text('about').notNull(),
    link: text('link'),
    minutes: int('minutes').notNull(),
    presenterId: text('presenter_id').references(() => people.id),
    position: int('position').notNull(),
    /** open: to come; done: it was had; carried: another row has it now; withdrawn: by whoever proposed it or placed it */
    state: choice('state', ['open', 'done', 'carried', 'withdrawn']).notNull(),
    /** the id of the first of its lineage, its own where it was never carried; votes are for this */
    lineageId: text('lineage_id').notNull(),
    /** how often it was carried so far */
    carried: int('carried').notNull(),
    /** the room and row that it came from: ("postmortems", id), ("questions", id); null: somebody's own idea */
    sourceRoom: text('source_room'),
    sourceId: text('source_id'),
    /** who may see it, where that is not everyone: what it came from says so */
    audienceId: text('audience_id').references(() => audiences.id),
    /** what came of it */
    outcome: text('outcome').notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => people.id),
    proposedAt: instant('proposed_at').notNull(),
    /** who gave it its place, or took it from there since; null: among the proposals, or taken off while its meeting ran */
    placedBy: text('placed_by').references(() => people.id),
    placedAt: instant('placed_at'),
    version: int('version').notNull(),
    /** series, lineage and where it stands ("open"): of one lineage one row is open; null once it is not */
    open: text('open'),
    /** series, source room and row, while it is open: the same thing is not put there twice at once */
    once: text('once'),
  },
  (self) => [
    uniqueIndex('agenda_items_open').on(self.open),
    uniqueIndex('agenda_items_once').on(self.once),
    index('agenda_items_meeting').on(self.meetingId, self.position, self.id),
    index('agenda_items_series').on(self.seriesId, self.state, self.proposedAt, self.id),
    index('agenda_items_lineage').on(self.lineageId),
    index('agenda_items_source').on(self.sourceRoom, self.sourceId),
    index('agenda_items_presenter').on(self.presenterId, self.state),
  ],
);

/** Somebody would like to have this at a meeting; once each. */
export const agendaVotes = table(
  'agenda_votes',
  {
    lineageId: text('lineage_id').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (self) => [primaryKey({ columns: [self.lineageId, self.personId] })],
);

/** From when to when a meeting was at an item: its clock. Null: it is at it now. */
export const agendaTurns = table(
  'agenda_turns',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItems.id),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    /** the meeting while it is at this item: it is at one at a time */
    running: text('running'),
  },
  (self) => [
    uniqueIndex('agenda_turns_running').on(self.running),
    index('agenda_turns_meeting').on(self.meetingId, self.fromAt),
  ],
);

/** The notes of a meeting, of one item of its agenda or of none: each saving is a row, the highest version is what holds. */
export const meetingNotes = table(
  'meeting_notes',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    /** an item of its agenda; "": the meeting as a whole */
    itemId: text('item_id').notNull(),
    version: int('version').notNull(),
    markdown: text('markdown').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.meetingId, self.itemId, self.version] }),
    index('meeting_notes_at').on(self.at),
  ],
);

/** Something a meeting decided. */
export const decisions = table(
  'decisions',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    itemId: text('item_id').references(() => agendaItems.id),
    text: text('text').notNull(),
    at: instant('at').notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    withdrawnAt: instant('withdrawn_at'),
  },
  (self) => [index('decisions_meeting').on(self.meetingId, self.at)],
);

/** A code that is shown in the room, and lives for a quarter of an hour. */
export const checkInCodes = table(
  'check_in_codes',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    code: text('code').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => people.id),
    expiresAt: instant('expires_at').notNull(),
  },
  (self) => [index('check_in_codes_meeting').on(self.meetingId, self.expiresAt)],
);

/** Whether somebody was there, as it is known now; how it came to be known stands in `attendance_marks`. */
export const attendances = table(
  'attendances',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    present: int('present').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (self) => [
    uniqueIndex('attendances_once').on(self.meetingId, self.personId),
    index('attendances_person').on(self.personId, self.meetingId),
  ],
);

/** Each time somebody said who was there; only ever added to. */
export const attendanceMarks = table(
  'attendance_marks',
  {
    id: text('id').primaryKey(),
    attendanceId: text('attendance_id')
      .notNull()
      .references(() => attendances.id),
    present: int('present').notNull(),
    how: choice('how', ['code', 'host']).notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
    note: text('note').notNull(),
  },
  (self) => [index('attendance_marks_attendance').on(self.attendanceId, self.at)],
);

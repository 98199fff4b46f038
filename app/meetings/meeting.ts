export const states = ['planned', 'skipped', 'running', 'ended'] as const;
/** Where a meeting stands. */
export type State = (typeof states)[number];

/** Whether somebody runs a meeting: its host, and organisers. */
export const runs = (
  viewer: { id: string; roles: readonly string[] },
  { hostId }: { hostId: string | null },
): boolean => hostId === viewer.id || viewer.roles.includes('organiser');

/** What a calendar says of a meeting: when, where, and whether it takes place. */
export type Appointment = {
  wall: string;
  timezone: string;
  startsAt: number;
  minutes: number;
  place: string;
  link: string | null;
  state: State;
};

const whenAndWhere = ['wall', 'timezone', 'startsAt', 'minutes', 'place', 'link'] as const;

/** Whether calendars have to hear of a change, so that its SEQUENCE is raised. */
export const isNewToCalendars = (before: Appointment, change: Partial<Appointment>): boolean =>
  whenAndWhere.some((key) => key in change && change[key] !== before[key]) ||
  (change.state !== undefined && (change.state === 'skipped') !== (before.state === 'skipped'));

/** So long (ms) after it would be over, a meeting that nobody has begun is still one to come. */
const LINGERS = 60 * 60_000;
/** The longest meeting, in minutes. */
export const MOST_MINUTES = 480;

/** Meetings that begin after this moment are looked at whether they are over (`isOver`); all others are. */
export const earliestComing = (now: number): number => now - MOST_MINUTES * 60_000 - LINGERS;

/** Whether a meeting is over: it was ended, or its time is past and nobody has begun it. */
export const isOver = (
  { state, startsAt, minutes }: Pick<Appointment, 'state' | 'startsAt' | 'minutes'>,
  now: number,
): boolean => state === 'ended' || (state !== 'running' && startsAt + minutes * 60_000 + LINGERS <= now);

/** Whether people may say that they come: until it is over, and only if it takes place. */
export const mayAnswer = (meeting: Pick<Appointment, 'state' | 'startsAt' | 'minutes'>, now: number) =>
  meeting.state !== 'skipped' && !isOver(meeting, now);

export const answers = ['yes', 'maybe', 'no'] as const;
/** Whether somebody comes. */
export type Answer = (typeof answers)[number];
export const answerWords: Record<Answer, string> = { yes: 'Yes', maybe: 'Maybe', no: 'No' };

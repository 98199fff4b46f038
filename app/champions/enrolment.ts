import { LEAST_HOURS, MOST_HOURS } from './hours.ts';
import { renewalDueAt } from './renewal.ts';

export const states = ['applied', 'onboarding', 'active', 'declined', 'withdrawn', 'stepped-down'] as const;
export type State = (typeof states)[number];

export const stateWords: Record<State, string> = {
  applied: 'Applied',
  onboarding: 'Onboarding',
  active: 'Champion',
  declined: 'Not agreed',
  withdrawn: 'Withdrawn',
  'stepped-down': 'Stepped down',
};

/** Whether it goes on: of one person in one squad there is one such at a time. */
export const isOngoing = (state: State): boolean =>
  state === 'applied' || state === 'onboarding' || state === 'active';

/** What somebody is to an enrolment. `house` is the recurring work, which asks and ends, and never enrols. */
export type Part = 'person' | 'manager' | 'buddy' | 'organiser' | 'house';

const DAY = 86_400_000;
/** How long what was done can be taken back. Stepping down is thought over longer. */
export const UNDO_WITHIN = 7 * DAY;
export const RETURN_WITHIN = 30 * DAY;

/** What the rules need to know of an enrolment. */
export type Standing = {
  state: State;
  hoursPerMonth: number | null;
  appliedAt: number;
  agreedAt: number | null;
  activeAt: number | null;
  renewedAt: number | null;
  endedAt: number | null;
};

/** What a step brings along, and what holds around it. */
export type Given = { hoursPerMonth?: number | undefined; ready?: boolean; squadArchived?: boolean };

export type Refusal =
  'not-now' | 'not-yours' | 'too-late' | 'not-ready' | 'too-few-hours' | 'not-due' | 'squad-archived';

type Lead = {
  from: readonly State[];
  /** who alone may take it: nobody enrols somebody else, and nobody agrees their own hours */
  by: Part;
  /** within how long after which moment, for what takes a step back */
  within?: { of: 'agreedAt' | 'activeAt' | 'endedAt'; time: number };
  /** it leads on, so that the squad must still be at work */
  onward?: true;
  to(now: Standing, at: number, given: Given): Partial<Standing>;
};

const ended = (state: State) => (_: Standing, at: number) => ({ state, endedAt: at });
const resumed = (before: Standing): Partial<Standing> => ({
  state: before.activeAt !== null ? 'active' : before.agreedAt !== null ? 'onboarding' : 'applied',
  endedAt: null,
});
const backWithin = (of: 'agreedAt' | 'activeAt' | 'endedAt', time = UNDO_WITHIN) => ({ of, time });

const leads = {
  agreed: {
    from: ['applied'],
    by: 'manager',
    onward: true,
    to: (_, at, { hoursPerMonth }) => ({
      state: 'onboarding',
      agreedAt: at,
      hoursPerMonth: hoursPerMonth ?? null,
    }),
  },
  'hours-changed': {
    from: ['onboarding', 'active'],
    by: 'manager',
    to: (_, __, { hoursPerMonth }) => ({ hoursPerMonth: hoursPerMonth ?? null }),
  },
  'agreement-undone': {
    from: ['onboarding'],
    by: 'manager',
    within: backWithin('agreedAt'),
    to: () => ({ state: 'applied', agreedAt: null, hoursPerMonth: null }),
  },
  declined: { from: ['applied'], by: 'manager', to: ended('declined') },
  'decline-undone': {
    from: ['declined'],
    by: 'manager',
    within: backWithin('endedAt'),
    onward: true,
    to: resumed,
  },
  withdrawn: { from: ['applied', 'onboarding'], by: 'person', to: ended('withdrawn') },
  'withdrawal-undone': {
    from: ['withdrawn'],
    by: 'person',
    within: backWithin('endedAt'),
    onward: true,
    to: resumed,
  },
  started: {
    from: ['onboarding'],
    by: 'person',
    onward: true,
    to: (_, at) => ({ state: 'active', activeAt: at }),
  },
  'start-undone': {
    from: ['active'],
    by: 'person',
    within: backWithin('activeAt'),
    to: () => ({ state: 'onboarding', activeAt: null, renewedAt: null }),
  },
  renewed: { from: ['active'], by: 'person', onward: true, to: (_, at) => ({ renewedAt: at }) },
  'stepped-down': { from: ['active'], by: 'person', to: ended('stepped-down') },
  'stepping-down-undone': {
    from: ['stepped-down'],
    by: 'person',
    within: backWithin('endedAt', RETURN_WITHIN),
    onward: true,
    to: resumed,
  },
  left: {
    from: ['applied', 'onboarding', 'active'],
    by: 'house',
    to: ({ state }, at) => ({ state: state === 'active' ? 'stepped-down' : 'withdrawn', endedAt: at }),
  },
} as const satisfies Record<string, Lead>;

export type Step = keyof typeof leads;
export const steps = Object.keys(leads) as Step[];

/** Where a step leads, or why it is not taken. A step changes nothing but what its result says. */
export function take(
  step: Step,
  before: Standing,
  part: Part | null,
  now: number,
  given: Given = {},
): Standing | { refused: Refusal } {
  const { from, by, within, onward, to }: Lead = leads[step];
  if (part !== by) return { refused: 'not-yours' };
  if (!from.includes(before.state)) return { refused: 'not-now' };
  if (within && now > before[within.of]! + within.time) return { refused: 'too-late' };
  if (onward && given.squadArchived) return { refused: 'squad-archived' };
  if (step === 'started' && !given.ready) return { refused: 'not-ready' };
  if (step === 'renewed' && now < renewalDueAt(before).askFrom) return { refused: 'not-due' };
  const asks = step === 'agreed' || step === 'hours-changed';
  if (asks && !isEnough(given.hoursPerMonth)) return { refused: 'too-few-hours' };
  return { ...before, ...to(before, now, given) };
}

const isEnough = (hours: number | undefined) =>
  hours !== undefined && Number.isInteger(hours) && hours >= LEAST_HOURS && hours <= MOST_HOURS;

/** The steps somebody could take now, were all that they ask for given: for the buttons of a page. */
export const possible = (standing: Standing, part: Part | null, now: number): Step[] =>
  steps.filter(
    (step) => !('refused' in take(step, standing, part, now, { hoursPerMonth: LEAST_HOURS, ready: true })),
  );

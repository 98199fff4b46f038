import { type Severity, target } from './severity.ts';

export const states = ['imported', 'open', 'done', 'verified', 'dropped'] as const;
export type State = (typeof states)[number];

export const stateWords: Record<State, string> = {
  imported: 'Not accepted yet',
  open: 'Open',
  done: 'Done, to be verified',
  verified: 'Verified',
  dropped: 'Dropped',
};

export const kinds = ['prevent', 'detect', 'mitigate', 'learn'] as const;
export type Kind = (typeof kinds)[number];

export const steps = ['accepted', 'completed', 'verified', 'reopened', 'dropped'] as const;
export type Step = (typeof steps)[number];

const leads: Record<Step, { from: readonly State[]; to: State }> = {
  accepted: { from: ['imported'], to: 'open' },
  completed: { from: ['imported', 'open'], to: 'done' },
  verified: { from: ['done'], to: 'verified' },
  reopened: { from: ['done', 'verified', 'dropped'], to: 'open' },
  dropped: { from: ['imported', 'open'], to: 'dropped' },
};

/** What a step needs to know of an item. */
export type Standing = {
  state: State;
  ownerId: string | null;
  /** who said it was done, while it is */
  completedBy: string | null;
};

export type Refusal = 'not-now' | 'own-fix' | 'no-evidence' | 'no-reason';

export const refusalWords: Record<Refusal, string> = {
  'not-now': 'Somebody else has moved this item on in the meantime. Here is where it stands now.',
  'own-fix':
    'A fix is verified by somebody other than its owner and whoever completed it. Ask a colleague to look.',
  'no-evidence': 'Say how you know that the fix works: a link, a test, what you saw.',
  'no-reason': 'Say in a few words why it is dropped, for whoever finds it later.',
};

/** The state a step leads to, or why not. `note` is the evidence of a verification, the reason of a drop. */
export function take(step: Step, item: Standing, byId: string, note: string): State | { refused: Refusal } {
  const { from, to } = leads[step];
  if (!from.includes(item.state)) return { refused: 'not-now' };
  if (step === 'verified' && (byId === item.ownerId || byId === item.completedBy))
    return { refused: 'own-fix' };
  if (step === 'verified' && note === '') return { refused: 'no-evidence' };
  if (step === 'dropped' && note === '') return { refused: 'no-reason' };
  return to;
}

/** Which steps a person could take now, for the buttons of a page. */
export const possible = (item: Standing, byId: string): Step[] =>
  steps.filter((step) => typeof take(step, item, byId, 'a note') === 'string');

const day = 86_400_000;

/**
 * By when an item is due: the end (UTC) of the day agreed on, else the policy's time after its clock began.
 * Null while no clock runs, and where neither says anything.
 */
export function dueAt(item: {
  clockFrom: number | null;
  dueOn: string | null;
  severity: Severity | null;
}): number | null {
  if (item.clockFrom === null) return null;
  if (item.dueOn !== null) return Date.parse(`${item.dueOn}T00:00:00Z`) + day - 1;
  const within = item.severity === null ? null : target[item.severity];
  return within === null ? null : item.clockFrom + within;
}

/** What an undated item is ordered by: after everything that has a date. The end of the year 9999. */
export const FAR_FUTURE = 253_402_300_800_000;

export const isOverdue = (item: { state: State; dueAt: number | null }, now: number): boolean =>
  item.state === 'open' && item.dueAt !== null && item.dueAt < now;

/** Whether a text is a day of the calendar, such as 2026-03-04. A year such as 0026 is a slip of the hand, and none. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return at >= 0 && new Date(at).toISOString().startsWith(text);
}

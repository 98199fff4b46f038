/** Somebody who comes without a booking, and where they stand. */
export const states = ['waiting', 'taken', 'done', 'left'] as const;
export type State = (typeof states)[number];

export const steps = ['taken', 'finished', 'resumed', 'put-back', 'left', 'returned'] as const;
/** What happens to a place: a host takes it, finishes (or goes on after all), puts it back; its caller leaves, or comes back. */
export type Step = (typeof steps)[number];

/** What somebody is to a place: its caller, a host who sits now, and the one who took it. */
export type Part = { isCaller: boolean; isSitting: boolean; took: boolean };

const leads: Record<Step, { from: readonly State[]; to: State; by: (part: Part) => boolean }> = {
  taken: { from: ['waiting'], to: 'taken', by: ({ isSitting, isCaller }) => isSitting && !isCaller },
  finished: { from: ['taken'], to: 'done', by: ({ took }) => took },
  resumed: { from: ['done'], to: 'taken', by: ({ took }) => took },
  'put-back': { from: ['taken'], to: 'waiting', by: ({ took }) => took },
  left: { from: ['waiting', 'taken'], to: 'left', by: ({ isCaller }) => isCaller },
  returned: { from: ['left'], to: 'waiting', by: ({ isCaller }) => isCaller },
};

/** The state a step leads to, or why it cannot be taken. Whoever comes back has the place they had. */
export function take(step: Step, state: State, part: Part): State | { refused: 'not-yours' | 'not-now' } {
  const { from, to, by } = leads[step];
  if (!by(part)) return { refused: 'not-yours' };
  return from.includes(state) ? to : { refused: 'not-now' };
}

/** Whether a place is its caller's one place: they wait, or are being seen. */
export const stands = (state: State): boolean => state === 'waiting' || state === 'taken';

/** Somebody's booking counts as at hand from so long before it begins until it is over. */
export const SOON = 5 * 60_000;

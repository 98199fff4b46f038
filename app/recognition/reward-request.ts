/** The way of a reward from a wish to somebody's hands. */
export const states = ['requested', 'approved', 'shipped', 'declined', 'withdrawn'] as const;
export type State = (typeof states)[number];
export type Step = 'approved' | 'reopened' | 'shipped' | 'declined' | 'withdrawn';

/** Whether one on the shelf is held for it, and its size and address are kept. */
export const isHolding = (state: State): boolean => state === 'requested' || state === 'approved';

/** What somebody is to a request. Nobody is the organiser of their own. */
export type Part = 'person' | 'organiser';

const ways: Record<Step, { from: readonly State[]; to: State; by: readonly Part[] }> = {
  approved: { from: ['requested'], to: 'approved', by: ['organiser'] },
  reopened: { from: ['approved'], to: 'requested', by: ['organiser'] },
  shipped: { from: ['approved'], to: 'shipped', by: ['organiser'] },
  declined: { from: ['requested', 'approved'], to: 'declined', by: ['organiser'] },
  withdrawn: { from: ['requested', 'approved'], to: 'withdrawn', by: ['person'] },
};

export type Refusal = 'not-yours' | 'not-now' | 'ungranted' | 'left';

/**
 * Where a step leads, or why it cannot be taken. What somebody who left had asked for is withdrawn for them, and nothing
 * else; what it was for has to stand still when it is approved and when it goes out.
 */
export function take(
  step: Step,
  state: State,
  around: { part: Part; isHere: boolean; isGranted: boolean },
): { state: State } | { refused: Refusal } {
  const { from, to, by } = ways[step];
  const forLeaver = step === 'withdrawn' && around.part === 'organiser' && !around.isHere;
  if (!by.includes(around.part) && !forLeaver) return { refused: 'not-yours' };
  if (!from.includes(state)) return { refused: 'not-now' };
  if ((step === 'approved' || step === 'shipped') && !around.isHere) return { refused: 'left' };
  if ((step === 'approved' || step === 'shipped') && !around.isGranted) return { refused: 'ungranted' };
  return { state: to };
}

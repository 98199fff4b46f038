/** Something that worries somebody, and how it moves along the chain. */

export const states = ['open', 'answered', 'closed'] as const;
export type State = (typeof states)[number];

/** Lowest first. At the last one nothing moves further. */
export const levels = ['champion', 'advocate', 'security-team'] as const;
export type Level = (typeof levels)[number];

export const levelWords: Record<Level, string> = {
  champion: 'champion',
  advocate: 'advocate',
  'security-team': 'security team',
};

/** The levels from this one on, lowest first. */
export const levelsFrom = (level: Level): readonly Level[] => levels.slice(levels.indexOf(level));
export const isTop = (level: Level): boolean => level === levels.at(-1);

/** What people do with a concern. */
export const steps = ['answered', 'replied', 'passed-up', 'closed', 'reopened'] as const;
export type Step = (typeof steps)[number];
/** All that happens to it: it also begins, and some things happen by themselves. */
export type Happening = Step | 'raised' | 'moved-up' | 'handed-over';

/** Where a concern stands. */
export type Standing = {
  state: State;
  level: Level;
  /** who holds it now; null: the security team */
  holderId: string | null;
  /** for whom they stand in, while they do */
  standsInFor: string | null;
  /** since when the holder has had it to answer; null: nothing waits */
  clockFrom: number | null;
  /** when it moves up by itself; null: nothing waits */
  dueAt: number | null;
};

/** What somebody is to a concern. Organisers hold it together once it is with the security team. */
export type Part = { raised: boolean; holds: boolean };

const leads: Record<Step, { from: readonly State[]; to: State; by: (part: Part) => boolean }> = {
  answered: { from: ['open', 'answered'], to: 'answered', by: ({ raised, holds }) => holds && !raised },
  replied: { from: ['open', 'answered'], to: 'open', by: ({ raised }) => raised },
  'passed-up': { from: ['open', 'answered'], to: 'open', by: ({ holds }) => holds },
  closed: { from: ['open', 'answered'], to: 'closed', by: ({ raised, holds }) => raised || holds },
  reopened: { from: ['closed'], to: 'open', by: ({ raised, holds }) => raised || holds },
};

export type Refusal = 'not-yours' | 'not-now' | 'at-the-top';

/** The state a step leads to, or why it cannot be taken. */
export function take(
  step: Step,
  { state, level }: Pick<Standing, 'state' | 'level'>,
  part: Part,
): State | { refused: Refusal } {
  const { from, to, by } = leads[step];
  if (!by(part)) return { refused: 'not-yours' };
  if (!from.includes(state)) return { refused: 'not-now' };
  if (step === 'passed-up' && isTop(level)) return { refused: 'at-the-top' };
  return to;
}

/** Which steps somebody could take now, for the forms of a page. */
export const possible = (standing: Pick<Standing, 'state' | 'level'>, part: Part): Step[] =>
  steps.filter((step) => typeof take(step, standing, part) === 'string');

import type { Question } from './module.ts';

export type Outcome = 'passed' | 'not-passed';

/** Whether exactly the right options are chosen, given as the bank numbers them; null: no answer. */
export function isRight({ options }: Question, chosen: readonly number[] | null): boolean {
  if (chosen === null) return false;
  const picked = new Set(chosen);
  const right = options.flatMap(({ correct }, at) => (correct ? [at] : []));
  return picked.size === right.length && right.every((at) => picked.has(at));
}

/** How many of so many have to be right; `mark` in per cent. */
export const neededFor = (asked: number, mark: number): number => Math.ceil((asked * mark) / 100);

/** What an attempt comes to: `given` as the questions were asked. */
export function score(
  asked: readonly Question[],
  given: readonly (readonly number[] | null)[],
  mark: number,
): { right: number; outcome: Outcome } {
  const right = asked.filter((question, at) => isRight(question, given[at] ?? null)).length;
  const passes = asked.length > 0 && right * 100 >= asked.length * mark;
  return { right, outcome: passes ? 'passed' : 'not-passed' };
}

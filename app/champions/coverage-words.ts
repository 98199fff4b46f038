import type { Covered, State } from './coverage.ts';

export const stateWords: Record<State, string> = {
  covered: 'Covered',
  short: 'Too few champions',
  waived: 'Waived',
  without: 'No champion',
  'none-needed': 'Needs none',
};

export const criticalityWords = ['', 'Critical', 'High', 'Medium', 'Low'] as const;

/** The area of squads for which nobody has said one. */
export const NO_AREA_WORDS = 'No area';

const number = (value: number) => value.toLocaleString('en');

/** "1 squad", "3,750 squads" */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** "for 43 days", "since today" */
export const vacantFor = (days: number): string =>
  days === 0 ? 'since today' : `for ${counted(days, 'day')}`;

/** A squad's state in a few words, for whoever rests on its square: "Payments: no champion for 43 days". */
export function squareTitle({
  name,
  state,
  days,
}: {
  name: string;
  state: State;
  days: number | null;
}): string {
  const words = stateWords[state].toLowerCase();
  return `${name}: ${words}${state === 'without' && days !== null ? ` ${vacantFor(days)}` : ''}`;
}

/** How many developers there are for each champion, in words; null where there is nobody to divide by. */
export const ratioWords = ({ developers, champions }: { developers: number; champions: number }) =>
  champions === 0 || developers === 0
    ? null
    : `One champion for every ${number(Math.round((developers / champions) * 10) / 10)} developers`;

const successors = { champion: 'Another champion', onboarding: 'Somebody onboarding', nobody: 'Nobody yet' };

/** Who would follow the champion of a squad; empty where there is none to follow. */
export const successorWords = ({ successor }: Pick<Covered, 'successor'>): string =>
  successor === null ? '' : successors[successor];

/** How many champions a squad has of how many are asked for: "1 of 2"; only how many where nothing is asked. */
export function championsWords({ champions, standings }: Pick<Covered, 'champions' | 'standings'>): string {
  const asked = Math.max(0, ...standings.map(({ needed }) => needed));
  return asked === 0 ? number(champions) : `${number(champions)} of ${number(asked)}`;
}

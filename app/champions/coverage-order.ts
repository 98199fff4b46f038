import { type Covered, states } from './coverage.ts';

/** How much a day without a champion counts, by criticality; where nobody has said, as medium. */
const weights = [2, 4, 3, 2, 1];
const weight = ({ criticality }: Covered) => weights[criticality ?? 0] ?? 2;

/** What of two squads in the same state comes first: a long vacancy in a critical one. */
const urgency = (squad: Covered): number => {
  if (squad.state === 'without') return (1 + (squad.vacancy?.days ?? 0)) * weight(squad);
  if (squad.state === 'short') return Math.max(...squad.standings.map(({ short }) => short)) * weight(squad);
  return 0;
};

const rank = ({ state }: Covered) => states.indexOf(state);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const compared = (a: Covered, b: Covered, urgencies: [number, number]): number =>
  rank(a) - rank(b) || urgencies[1] - urgencies[0] || byText(a.name, b.name) || byText(a.id, b.id);

/** Squads worst first: without a champion, too few, waived, covered. The same from whatever order they come in. */
export const worstFirst = (squads: readonly Covered[]): Covered[] =>
  squads
    .map((squad) => ({ squad, urgent: urgency(squad) }))
    .sort((a, b) => compared(a.squad, b.squad, [a.urgent, b.urgent]))
    .map(({ squad }) => squad);

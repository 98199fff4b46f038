import type { Covered, SquadPolicy, State } from './coverage.ts';

/** What holds of some squads together. */
export type Sum = Record<State, number> & {
  squads: number;
  developers: number;
  champions: number;
  /** of the squads in which somebody develops */
  asked: number;
  withChampion: number;
};

const nothing = (): Sum => ({
  without: 0,
  short: 0,
  waived: 0,
  covered: 0,
  'none-needed': 0,
  squads: 0,
  developers: 0,
  champions: 0,
  asked: 0,
  withChampion: 0,
});

/** Squads summed up. */
export function summed(squads: readonly Covered[]): Sum {
  const sum = nothing();
  for (const squad of squads) {
    sum.squads += 1;
    sum[squad.state] += 1;
    sum.developers += squad.developers;
    sum.champions += squad.champions;
    if (squad.developers === 0) continue;
    sum.asked += 1;
    if (squad.champions > 0) sum.withChampion += 1;
  }
  return sum;
}

export type AreaSum = Sum & { area: string | null };

/** The same by area, by name; squads of no area come last. */
export function byArea(squads: readonly Covered[]): AreaSum[] {
  const areas = new Map<string | null, Covered[]>();
  for (const squad of squads) {
    const here = areas.get(squad.area);
    if (here) here.push(squad);
    else areas.set(squad.area, [squad]);
  }
  return [...areas]
    .map(([area, here]) => ({ area, ...summed(here) }))
    .sort((a, b) => Number(a.area === null) - Number(b.area === null) || (a.area! < b.area! ? -1 : 1));
}

export type PolicySum = { policy: SquadPolicy; asked: number; met: number; waived: number; short: number };

/** How many squads meet a policy, of those it asks something of. */
export function policySum(policy: SquadPolicy, squads: readonly Covered[]): PolicySum {
  const sum = { policy, asked: 0, met: 0, waived: 0, short: 0 };
  for (const { standings } of squads) {
    const state = standings.find((one) => one.policy === policy)?.state;
    if (!state) continue;
    sum.asked += 1;
    sum[state] += 1;
  }
  return sum;
}

import { NO_AREA } from './coverage-lacks.ts';
import type { AreaSum } from './coverage-sums.ts';
import type { Covered, State } from './coverage.ts';
import { NO_AREA_WORDS } from './coverage-words.ts';

/** More squads than this are drawn as bars by area. */
const MOST_SQUARES = 300;
/** More areas than this are drawn as one bar together. */
const MOST_BARS = 40;

/** What a page draws: a square for every squad, or a bar for every area when there are too many. `squads`: worst first. */
export const drawn = (squads: readonly Covered[], areas: readonly AreaSum[]) =>
  squads.length <= MOST_SQUARES
    ? { map: mapOf(squads, areas), bars: null }
    : { map: null, bars: barsOf(areas) };

function mapOf(squads: readonly Covered[], areas: readonly AreaSum[]) {
  return areas.map(({ area, withChampion, asked }) => ({
    name: area ?? NO_AREA_WORDS,
    withChampion,
    asked,
    squads: squads
      .filter((squad) => squad.area === area)
      .map(({ id, name, state, vacancy }) => ({ id, name, state, days: vacancy?.days ?? null })),
  }));
}

/** The areas with the most squads without a champion first; what is beyond the last bar is summed up in one. */
function barsOf(areas: readonly AreaSum[]) {
  const inOrder = areas.toSorted((a, b) => b.without - a.without || b.squads - a.squads);
  const bars = inOrder.slice(0, MOST_BARS).map(({ area, ...sum }) => ({
    ...countsOf([sum]),
    name: area ?? NO_AREA_WORDS,
    filter: area ?? NO_AREA,
  }));
  const others = inOrder.slice(MOST_BARS);
  if (others.length === 0) return bars;
  return [...bars, { ...countsOf(others), name: `${others.length} other areas`, filter: null }];
}

type Counts = Pick<AreaSum, 'squads' | 'asked' | 'withChampion' | State>;

function countsOf(sums: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => sums.reduce((sum, one) => sum + one[key], 0);
  return {
    squads: total('squads'),
    asked: total('asked'),
    withChampion: total('withChampion'),
    covered: total('covered'),
    short: total('short'),
    waived: total('waived'),
    without: total('without'),
    'none-needed': total('none-needed'),
  };
}

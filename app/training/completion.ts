/** How far a campaign is, in sums that name nobody. */

import { FEWEST } from '#app/accounts/fewest.ts';

export type Sum = { asked: number; through: number };
/** `id` null: people in no squad */
export type SquadSum = Sum & { id: string | null; name: string; area: string | null };

export type Shown = {
  /** null: fewer than five people are asked, so that there is no sum to show */
  total: Sum | null;
  /** by name */
  squads: SquadSum[];
  /** squads too small to be shown by themselves, summed up together; null: there is none */
  together: (Sum & { squads: number }) | null;
};

const nothing: Sum = { asked: 0, through: 0 };
export const sumOf = (sums: readonly Sum[]): Sum =>
  sums.reduce(
    (sum, { asked, through }) => ({ asked: sum.asked + asked, through: sum.through + through }),
    nothing,
  );

const names = new Intl.Collator('en', { numeric: true });
const byName = (a: SquadSum, b: SquadSum) =>
  Number(a.id === null) - Number(b.id === null) || names.compare(a.name, b.name);

/**
 * The sums as they may be shown: squads with fewer than five people asked are summed up together. Were those too few
 * together, the next smallest squad joins them, since what is left out can be worked out from the total.
 */
export function shownTo(organiser: boolean, sums: readonly SquadSum[]): Shown {
  const squads = sums.filter(({ asked }) => asked > 0).sort(byName);
  const total = sumOf(squads);
  if (organiser) return { total, squads, together: null };
  if (total.asked < FEWEST) return { total: null, squads: [], together: null };
  const small = new Set(squads.filter(({ asked }) => asked < FEWEST));
  const bySize = squads.filter((squad) => !small.has(squad)).sort((a, b) => a.asked - b.asked);
  while (small.size > 0 && sumOf([...small]).asked < FEWEST) small.add(bySize.shift()!);
  return {
    total,
    squads: squads.filter((squad) => !small.has(squad)),
    together: small.size === 0 ? null : { ...sumOf([...small]), squads: small.size },
  };
}

export type AreaSum = Sum & { area: string | null };

/** The same by area, by name; squads of no area come last. For organisers alone: with the squads it tells of small ones. */
export function byArea(sums: readonly SquadSum[]): AreaSum[] {
  const areas = Map.groupBy(sums, ({ area }) => area);
  return [...areas]
    .map(([area, squads]) => ({ area, ...sumOf(squads) }))
    .sort(
      (a, b) =>
        Number(a.area === null) - Number(b.area === null) || names.compare(a.area ?? '', b.area ?? ''),
    );
}

/** A share in whole percent; 100 only when everybody is through. */
export const percentOf = ({ asked, through }: Sum): number =>
  asked === 0 ? 0 : Math.floor((100 * through) / asked);

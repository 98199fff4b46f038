import { z } from 'zod';

import type { Covered } from './coverage.ts';
import { type Lack, lacks, NO_AREA } from './coverage-lacks.ts';

/** What the list of squads can be narrowed to; anything unreadable in the address counts as not asked for. */
export const coverageFilter = z.object({
  area: z.string().max(200).catch(''),
  lack: z.enum(['', ...(Object.keys(lacks) as Lack[])]).catch(''),
});
export type CoverageFilter = z.output<typeof coverageFilter>;

const lacking: Record<Lack, (squad: Covered) => boolean> = {
  champion: ({ state }) => state === 'without',
  enough: ({ standings }) =>
    standings.some(({ policy, state }) => policy === 'per-developers' && state === 'short'),
  successor: ({ successor }) => successor === 'nobody',
  time: ({ withoutTime }) => withoutTime > 0,
  waived: ({ waivedUntil }) => waivedUntil !== null,
};

/** Whether a squad is among what was asked for. */
export const fits = (squad: Covered, { area, lack }: CoverageFilter): boolean =>
  (area === '' || (squad.area ?? NO_AREA) === area) && (lack === '' || lacking[lack](squad));

const PAGE = 50;

/** A page of an ordered list, from after the squad of this id on; the beginning where there is no such squad. */
export function pageOf(
  ordered: readonly Covered[],
  filter: CoverageFilter,
  after: string | null,
): { squads: Covered[]; next: string | null } {
  const from = after === null ? 0 : 1 + ordered.findIndex(({ id }) => id === after);
  const squads: Covered[] = [];
  for (let at = from; at < ordered.length; at += 1) {
    if (!fits(ordered[at]!, filter)) continue;
    if (squads.length === PAGE) return { squads, next: squads.at(-1)!.id };
    squads.push(ordered[at]!);
  }
  return { squads, next: null };
}

import { memory, remember } from '#db/remember.server.ts';

import { coveragePolicies } from './coverage-content.server.ts';
import type { CoverageContent } from './coverage-content.ts';
import { squadFacts } from './coverage-facts.server.ts';
import { worstFirst } from './coverage-order.ts';
import { type AreaSum, byArea, type PolicySum, policySum, type Sum, summed } from './coverage-sums.ts';
import { type Covered, covered, squadPolicies } from './coverage.ts';
import { type KnownSpecialism, knownSpecialisms } from './specialisms.server.ts';

/** Everything that can be said of coverage, worked out once and looked at by every page. */
export type Picture = {
  policies: CoverageContent;
  /** worst first */
  squads: Covered[];
  byId: Map<string, Covered>;
  total: Sum;
  areas: AreaSum[];
  bySquadPolicy: PolicySum[];
  specialisms: KnownSpecialism[];
  /** the squad that has been without a champion the longest */
  longest: Covered | null;
  /** champions whose hours nobody has agreed */
  withoutTime: number;
  /** squads that have a champion, and nobody who would follow */
  withoutSuccessor: number;
};

const HOUR = 3_600_000;
const pictures = memory<Picture>(1);

/** Coverage as of this hour: worked out again when a squad, an enrolment or a waiver has changed, and every hour. */
export async function coverage(now: number): Promise<Picture> {
  const policies = coveragePolicies();
  const hour = Math.floor(now / HOUR) * HOUR;
  return remember(pictures, `${hour} ${JSON.stringify(policies)}`, () => pictureAt(hour, policies));
}

async function pictureAt(now: number, policies: CoverageContent): Promise<Picture> {
  const squads = worstFirst((await squadFacts(now)).map((squad) => covered(squad, policies, now)));
  const vacant = squads.filter(({ state }) => state === 'without');
  return {
    policies,
    squads,
    byId: new Map(squads.map((squad) => [squad.id, squad])),
    total: summed(squads),
    areas: byArea(squads),
    bySquadPolicy: squadPolicies
      .filter((policy) => policies[policy].on)
      .map((policy) => policySum(policy, squads)),
    specialisms: await knownSpecialisms(policies.specialisms),
    longest: vacant.reduce<Covered | null>(
      (longest, one) => (one.vacancy!.days > (longest?.vacancy!.days ?? -1) ? one : longest),
      null,
    ),
    withoutTime: squads.reduce((sum, squad) => sum + squad.withoutTime, 0),
    withoutSuccessor: squads.filter(({ successor }) => successor === 'nobody').length,
  };
}

/** How one squad at work is covered; null for one that is archived or unknown. */
export const coverageOfSquad = async (squadId: string, now: number): Promise<Covered | null> =>
  (await coverage(now)).byId.get(squadId) ?? null;

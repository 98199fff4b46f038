import { awardNames } from './award.server.ts';
import { grantsOf } from './grants.server.ts';
import type { YearSpan } from './review-year.server.ts';
import { achievementNamed } from './rules.server.ts';

/**
 * The achievements and awards of a year that stand, each once, the oldest first. `hidden`: facts that a reader may not
 * know of, so that what was given for them tells nobody that they are there.
 */
export async function recognisedIn(
  personId: string,
  { from, to }: YearSpan,
  hidden: ReadonlySet<string>,
): Promise<{ key: string; name: string; isAward: boolean; at: number }[]> {
  const [all, awards] = await Promise.all([grantsOf(personId), awardNames()]);
  const once = new Map<string, { key: string; name: string; isAward: boolean; at: number }>();
  for (const { gives, what, at, factId } of all) {
    if (gives === 'points' || at < from || at >= to || hidden.has(factId)) continue;
    const isAward = gives === 'award';
    const key = `${gives} ${what}`;
    const name = isAward ? (awards.get(what) ?? what) : achievementNamed(what).name;
    if (!once.has(key)) once.set(key, { key, name, isAward, at });
  }
  return [...once.values()];
}

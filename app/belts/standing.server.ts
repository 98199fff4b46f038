import { asc, inArray } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { factsOf } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { beltStandings } from '#db/schema/belts.ts';

import { beltRules } from './rules.server.ts';
import { isHeld } from './belt-state.ts';
import { type Standing, standing } from './standing.ts';

/** How a person stands now, derived from their facts. */
export const standingOf = async (personId: string, now: number): Promise<Standing> =>
  standing(await factsOf(personId), beltRules(), { now, zone: await zoneHere() });

/** Whether a person holds a belt now, and all before it; days of grace count. False for a belt that there is not. */
export const holdsBelt = async (personId: string, belt: string, now: number): Promise<boolean> =>
  (await standingOf(personId, now)).belts.some((one) => one.belt === belt && isHeld(one.state));

/**
 * The highest belt each of these people holds, by its key; null for none. From what is kept for lists: it may be a
 * minute behind.
 */
export async function beltsOf(personIds: readonly string[]): Promise<Map<string, string | null>> {
  const highest = new Map<string, string | null>(personIds.map((id) => [id, null]));
  if (personIds.length === 0) return highest;
  const rows = await db.read
    .select({ personId: beltStandings.personId, belt: beltStandings.belt, state: beltStandings.state })
    .from(beltStandings)
    .where(inArray(beltStandings.personId, [...personIds]))
    .orderBy(asc(beltStandings.personId));
  const rank = new Map(beltRules().belts.map(({ key }, nth) => [key, nth]));
  for (const { personId, belt, state } of rows) {
    const known = highest.get(personId) ?? null;
    if (!isHeld(state) || !rank.has(belt)) continue;
    if (known === null || rank.get(belt)! > rank.get(known)!) highest.set(personId, belt);
  }
  return highest;
}

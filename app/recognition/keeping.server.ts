/** Keeps what follows from facts and rules: what is missing is granted, what does not follow any more is undone. */
import { eq, inArray } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { keepUp, type Keeper } from '#app/facts/keeping.server.ts';
import { db } from '#db/database.server.ts';
import { squadMembers, squads } from '#db/schema/squads.ts';

import { celebrateGoals } from './celebrating.server.ts';
import { given, type Membership } from './grants.ts';
import { type Derived, type Differences, keepGrants, noDifferences } from './kept-grants.server.ts';
import { recognitionRules, recognitionSettings, recognitionVersion } from './rules.server.ts';

/** What looks at people whose facts changed; counts what it granted and undid in `differences`. */
export async function grantsKeeper(now: number, differences: Differences): Promise<Keeper<Derived>> {
  const zone = await zoneHere();
  const rules = recognitionRules();
  const { seasonMonths } = recognitionSettings();
  return {
    reader: 'recognition',
    rules: `${recognitionVersion()} ${zone}`,
    now,
    prepare: async (personIds) => {
      const memberships = await membershipsOf(personIds);
      return (personId, facts) => {
        const person = { personId, memberships: memberships.get(personId) ?? [] };
        return { personId, given: given(facts, person, { rules, zone, seasonMonths }) };
      };
    },
    keep: async (tx, derived) => {
      const { granted, undone, squads } = await keepGrants(tx, derived, { rules, now });
      differences.granted += granted;
      differences.undone += undone;
      for (const id of squads) differences.squads.add(id);
    },
  };
}

/** Grants what follows from facts, where these or the rules have changed; a squad that reached its goal hears of it. */
export async function keepRecognition(now: number, stopping: AbortSignal): Promise<void> {
  const differences = noDifferences();
  await keepUp(await grantsKeeper(now, differences), stopping);
  await celebrateGoals(differences.squads, now);
}

/** A time in a squad ends when the squad is put away: points go to one that is at work. */
async function membershipsOf(personIds: readonly string[]): Promise<Map<string, Membership[]>> {
  const rows = await db.read
    .select({
      personId: squadMembers.personId,
      squadId: squadMembers.squadId,
      from: squadMembers.joinedAt,
      leftAt: squadMembers.leftAt,
      archivedAt: squads.archivedAt,
    })
    .from(squadMembers)
    .innerJoin(squads, eq(squads.id, squadMembers.squadId))
    .where(inArray(squadMembers.personId, [...personIds]));
  const times = rows.map(({ leftAt, archivedAt, ...row }) => {
    const ends = [leftAt, archivedAt].filter((at) => at !== null);
    return { ...row, until: ends.length > 0 ? Math.min(...ends) : null };
  });
  return Map.groupBy(times, ({ personId }) => personId);
}

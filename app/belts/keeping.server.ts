/** Keeps how people stand for lists: what pages of one person show is derived when they are asked for. */
import { asc, lte } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { lookAgainAt } from '#app/facts/changed-people.server.ts';
import { keepUp } from '#app/facts/keeping.server.ts';
import { db } from '#db/database.server.ts';
import { beltStandings } from '#db/schema/belts.ts';

import { keepStanding } from './kept-standing.server.ts';
import { beltRules, rulesVersion } from './rules.server.ts';
import { standing } from './standing.ts';

const AT_ONCE = 50;

/**
 * Derives anew how people stand whose facts have changed, whose belts have become others by time alone, and, where the
 * rules are others, of everybody.
 */
export async function keepStandings(now: number, stopping: AbortSignal): Promise<void> {
  const zone = await zoneHere();
  const by = { rules: beltRules(), version: `${rulesVersion()} ${zone}`, zone, now };
  await keepUp(
    {
      reader: 'belts',
      rules: by.version,
      now,
      listMore: () => listWhoChangedByTime(now),
      prepare: async () => (personId, facts) => ({
        personId,
        standing: standing(facts, by.rules, { now, zone }),
      }),
      keep: (tx, derived) => keepStanding(tx, derived, by),
      // Something happened to them after `now`, by the clock of another instance or while this one looked.
      stays: (facts) => facts.some(({ at }) => at > now),
    },
    stopping,
  );
}

async function listWhoChangedByTime(now: number): Promise<void> {
  const rows = await db.read
    .select({ personId: beltStandings.personId })
    .from(beltStandings)
    .where(lte(beltStandings.changesAt, now))
    .orderBy(asc(beltStandings.changesAt))
    .limit(AT_ONCE);
  if (rows.length === 0) return;
  const personIds = [...new Set(rows.map(({ personId }) => personId))].sort();
  await db.write((tx) => lookAgainAt(tx, 'belts', personIds));
}

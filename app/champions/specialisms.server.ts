import { and, countDistinct, eq, inArray, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { enrolments, specialisms } from '#db/schema/champions.ts';

/** A specialism, and how many active champions say that they know it well. */
export type KnownSpecialism = { key: string; words: string; least: number; champions: number };

type Wanted = { key: string; words: string; least: number; on: boolean };

/** The specialisms that are asked for here, each with how many active champions know it. */
export async function knownSpecialisms(wanted: Wanted[]): Promise<KnownSpecialism[]> {
  const asked = wanted.filter(({ on }) => on);
  if (asked.length === 0) return [];
  const rows = await db.read
    .select({ key: specialisms.key, champions: countDistinct(specialisms.personId) })
    .from(specialisms)
    .innerJoin(people, and(eq(people.id, specialisms.personId), isNull(people.deactivatedAt)))
    .innerJoin(enrolments, and(eq(enrolments.personId, people.id), eq(enrolments.state, 'active')))
    .where(
      and(
        isNull(specialisms.until),
        inArray(
          specialisms.key,
          asked.map(({ key }) => key),
        ),
      ),
    )
    .groupBy(specialisms.key);
  const counted = new Map(rows.map(({ key, champions }) => [key, champions]));
  return asked.map(({ key, words, least }) => ({ key, words, least, champions: counted.get(key) ?? 0 }));
}

import { and, inArray, isNull } from 'drizzle-orm';

import { managersOfPerson } from '#app/squads/managers.server.ts';
import { db } from '#db/database.server.ts';
import { managers } from '#db/schema/squads.ts';

/**
 * Everybody above somebody: whoever is named as their manager now (those who have left, too: the line goes on above
 * them), or manages their squads where nobody is; then the same of those, as far as it goes.
 */
export async function managersAbove(personId: string): Promise<Set<string>> {
  const above = new Set<string>();
  const looked = new Set<string>();
  for (let level = [personId]; level.length > 0;) {
    for (const id of level) looked.add(id);
    const named = await db.read
      .select({ id: managers.managerId })
      .from(managers)
      .where(and(inArray(managers.personId, level), isNull(managers.until)));
    const known = await Promise.all(level.map(managersOfPerson));
    const next = [...named, ...known.flat()].map(({ id }) => id);
    for (const id of next) above.add(id);
    level = [...new Set(next)].filter((id) => !looked.has(id));
  }
  // In a circle, somebody is above themselves.
  above.delete(personId);
  return above;
}

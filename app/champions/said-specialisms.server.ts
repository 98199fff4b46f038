import { and, eq, inArray, isNull } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { specialisms } from '#db/schema/champions.ts';

/** What people say they know especially well, as keys of content/coverage.json, by person. */
export async function specialismsOf(personIds: readonly string[]): Promise<Map<string, string[]>> {
  const held = new Map<string, string[]>();
  if (personIds.length === 0) return held;
  const rows = await db.read
    .select()
    .from(specialisms)
    .where(and(inArray(specialisms.personId, [...personIds]), isNull(specialisms.until)));
  for (const { personId, key } of rows) held.set(personId, [...(held.get(personId) ?? []), key].sort());
  return held;
}

/** Says anew what a person knows especially well; what they no longer say ends, and that they did stays. */
export async function saySpecialisms(personId: string, keys: readonly string[], now: number): Promise<void> {
  await db.write(async (tx) => {
    const before = (await specialismsOf([personId])).get(personId) ?? [];
    const gone = before.filter((key) => !keys.includes(key));
    if (gone.length > 0)
      await tx
        .update(specialisms)
        .set({ until: now })
        .where(
          and(eq(specialisms.personId, personId), inArray(specialisms.key, gone), isNull(specialisms.until)),
        );
    for (const key of new Set(keys))
      if (!before.includes(key))
        await tx.insert(specialisms).values({ id: newId(), personId, key, since: now });
  });
}

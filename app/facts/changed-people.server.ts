/** Whose facts a reader has not looked at since they changed. */
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { changedPeople } from '#db/schema/facts.ts';

import type { Reader } from './fact.ts';

/** A person whose facts changed, and a number that says up to which change. */
export type Changed = { personId: string; changes: number };

/** Some people whose facts have changed, without those that are put off. */
export const changedFor = (
  reader: Reader,
  most: number,
  putOff: ReadonlySet<string> = new Set(),
): Promise<Changed[]> =>
  db.read
    .select({ personId: changedPeople.personId, changes: changedPeople.changes })
    .from(changedPeople)
    .where(and(eq(changedPeople.reader, reader), notInArray(changedPeople.personId, [...putOff])))
    .orderBy(asc(changedPeople.personId))
    .limit(most);

/**
 * That a reader has looked at somebody's facts up to this change. Returns for whom it was the last: a later change stays
 * to be looked at, and what another instance has looked at meanwhile is its own to write.
 */
export async function lookedAt(tx: Tx, reader: Reader, seen: readonly Changed[]): Promise<Set<string>> {
  const last = new Set<string>();
  for (const changes of new Set(seen.map((one) => one.changes))) {
    const ids = seen.filter((one) => one.changes === changes).map(({ personId }) => personId);
    const rows = await tx
      .delete(changedPeople)
      .where(
        and(
          eq(changedPeople.reader, reader),
          eq(changedPeople.changes, changes),
          inArray(changedPeople.personId, ids),
        ),
      )
      .returning({ personId: changedPeople.personId });
    for (const { personId } of rows) last.add(personId);
  }
  return last;
}

/** Lists people for a reader to look at although nothing happened; who is listed stays so. */
export async function lookAgainAt(tx: Tx, reader: Reader, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insert(changedPeople)
    .values(personIds.map((personId) => ({ reader, personId, changes: 1 })))
    .onConflictDoNothing();
}

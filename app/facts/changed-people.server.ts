/** Whose facts a reader has not looked at since they changed. */
import { and, asc, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { changedPeople } from '#db/schema/facts.ts';

import type { Reader } from './fact.ts';

/** Some people whose facts have changed, and a number that says up to which change. */
export const changedFor = (reader: Reader, most: number): Promise<{ personId: string; changes: number }[]> =>
  db.read
    .select({ personId: changedPeople.personId, changes: changedPeople.changes })
    .from(changedPeople)
    .where(eq(changedPeople.reader, reader))
    .orderBy(asc(changedPeople.personId))
    .limit(most);

/** That a reader has looked at somebody's facts up to this change; a later one stays to be looked at. */
export const lookedAt = async (
  tx: Tx,
  reader: Reader,
  { personId, changes }: { personId: string; changes: number },
): Promise<void> => {
  await tx
    .delete(changedPeople)
    .where(
      and(
        eq(changedPeople.reader, reader),
        eq(changedPeople.personId, personId),
        eq(changedPeople.changes, changes),
      ),
    );
};

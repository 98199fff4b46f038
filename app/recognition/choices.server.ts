/** What people chose about being recognised. Only they and the queries that hide them ask this. */
import { and, type AnyColumn, asc, eq, isNull, notExists } from 'drizzle-orm';

import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { recognitionChoices } from '#db/schema/recognition.ts';

import type { Choice } from './choice.ts';

const heldBy = (personId: string, choice: Choice) => `${personId} ${choice}`;

/** Whether a choice of somebody's holds. */
export const hasChosen = async (personId: string, choice: Choice): Promise<boolean> =>
  (await db.read.$count(recognitionChoices, eq(recognitionChoices.held, heldBy(personId, choice)))) > 0;

/** Whether somebody would rather not be recognised: nobody else may learn it from what they are shown. */
export const hasOptedOut = (personId: string): Promise<boolean> => hasChosen(personId, 'opted-out');

const optedOut = aliasOf(recognitionChoices, 'opted_out');
/** That the person of this column has not opted out of being recognised. */
export const notOptedOut = (person: AnyColumn) =>
  notExists(
    db.read
      .select({ id: optedOut.id })
      .from(optedOut)
      .where(and(eq(optedOut.personId, person), eq(optedOut.choice, 'opted-out'), isNull(optedOut.until))),
  );

/** All that somebody ever chose, oldest first. */
export const choicesOf = (personId: string) =>
  db.read
    .select({
      id: recognitionChoices.id,
      choice: recognitionChoices.choice,
      since: recognitionChoices.since,
      until: recognitionChoices.until,
    })
    .from(recognitionChoices)
    .where(eq(recognitionChoices.personId, personId))
    .orderBy(asc(recognitionChoices.since), asc(recognitionChoices.id));

/** Has a choice hold from now on, or no longer. What holds already, or does not, stays as it is. */
export async function choose(
  by: { id: string },
  { choice, holds }: { choice: Choice; holds: boolean },
  now: number,
): Promise<void> {
  const held = heldBy(by.id, choice);
  await db.write(async (tx) => {
    if (holds)
      await tx
        .insert(recognitionChoices)
        .values({ id: newId(), personId: by.id, choice, since: now, held })
        .onConflictDoNothing();
    else
      await tx
        .update(recognitionChoices)
        .set({ until: now, held: null })
        .where(eq(recognitionChoices.held, held));
  });
}

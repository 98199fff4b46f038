/** Facts straight into the house, as a room would record them. */
import type { Details, FactKind } from '#app/facts/fact.ts';
import { recordFact, undoFacts } from '#app/facts/facts.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';

/** Something happened to somebody, and was written down at once. Returns its source, by which it can be undone. */
export async function happened<K extends FactKind>(
  { id: personId }: { id: string },
  kind: K,
  at: number,
  details: Details[K],
  sourceId = newId(),
): Promise<string> {
  const source = { room: 'test', id: sourceId };
  await db.write((tx) => recordFact(tx, { kind, personId, at, source, details, by: null, now: at }));
  return sourceId;
}

export const undone = (id: string, now: number) =>
  db.write((tx) => undoFacts(tx, { room: 'test', id }, { by: null, now }));

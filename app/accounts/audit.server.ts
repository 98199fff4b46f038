import type { Tx } from '#db/database.ts';
import { auditEntries } from '#db/schema/accounts.ts';
import { newId } from '#db/ids.ts';

type Entry = {
  event: string;
  actorId: string | null;
  subjectId?: string;
  details?: Record<string, string>;
  at: number;
};

/** Writes down that something that matters happened, in the transaction in which it does. */
export async function audit(tx: Tx, { event, actorId, subjectId, details = {}, at }: Entry): Promise<void> {
  await tx
    .insert(auditEntries)
    .values({ id: newId(), at, event, actorId, subjectId: subjectId ?? null, details });
}

import { and, desc, eq } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { beyond } from '#db/keyset.ts';
import { auditEntries } from '#db/schema/accounts.ts';

import { type AuditEvent, auditSentence } from './audit.ts';
import { namesOf } from './people.server.ts';

export type Entry = {
  event: AuditEvent;
  actorId: string | null;
  subjectId?: string;
  details?: Record<string, string>;
  at: number;
};

/** Writes down that something that matters happened, in the transaction in which it does. Never a secret. */
export const audit = (tx: Tx, entry: Entry): Promise<void> => auditAll(tx, [entry]);

/** The same for several things at once. */
export async function auditAll(tx: Tx, entries: Entry[]): Promise<void> {
  await tx.insert(auditEntries).values(
    entries.map(({ event, actorId, subjectId, details = {}, at }) => ({
      id: newId(),
      at,
      event,
      actorId,
      subjectId: subjectId ?? null,
      details,
    })),
  );
}

const PAGE = 100;

/** The audit, newest first, from after a place on; `next` is the place to go on from. */
export async function auditPage(event: AuditEvent | null, after: Cursor | null) {
  const rows = await db.read
    .select()
    .from(auditEntries)
    .where(
      and(
        event ? eq(auditEntries.event, event) : undefined,
        beyond(auditEntries.at, auditEntries.id, after, 'descending'),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const names = await namesOf(page.flatMap((row) => [row.actorId, row.subjectId]));
  const called = (id: string | null) => (id && names.get(id)) || 'somebody';
  return {
    entries: page.map(({ id, at, event, actorId, subjectId, details }) => ({
      id,
      at,
      event,
      sentence: auditSentence(event, { actor: called(actorId), subject: called(subjectId), details }),
    })),
    next: rows.length > PAGE && last ? writeCursor({ order: last.at, id: last.id }) : null,
  };
}

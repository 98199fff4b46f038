/** What happened to or by people, remembered for good. */
import { randomInt } from 'node:crypto';

import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { changedPeople, facts } from '#db/schema/facts.ts';

import { type Details, type Fact, type FactKind, readers } from './fact.ts';

const listening: (() => void)[] = [];
/** Calls back whenever this process records a fact. It may not be committed yet. */
export const whenRecorded = (callBack: () => void) => void listening.push(callBack);

type Recording<K extends FactKind> = {
  kind: K;
  personId: string;
  /** when it happened, epoch ms */
  at: number;
  /** the room and its row that know more of it */
  source: { room: string; id: string };
  details: Details[K];
  /** null: the house */
  by: string | null;
  now: number;
};

/**
 * Records a fact in the transaction in which it becomes true. Recorded again for the same person and source while it
 * stands, it changes nothing.
 */
export async function recordFact<K extends FactKind>(tx: Tx, fact: Recording<K>): Promise<void> {
  const { kind, personId, at, source, details, by, now } = fact;
  const same = and(
    eq(facts.room, source.room),
    eq(facts.sourceId, source.id),
    eq(facts.kind, kind),
    eq(facts.personId, personId),
  );
  const [{ undone } = { undone: 0 }] = await tx
    .select({ undone: count(facts.undoes) })
    .from(facts)
    .where(same);
  const added = await tx
    .insert(facts)
    .values({
      id: newId(),
      kind,
      personId,
      at,
      room: source.room,
      sourceId: source.id,
      details,
      recordedBy: by,
      recordedAt: now,
      once: `${kind} ${personId} ${source.room} ${source.id} ${undone}`,
    })
    .onConflictDoNothing()
    .returning({ id: facts.id });
  if (added.length > 0) await tellReaders(tx, personId);
}

/**
 * Undoes what a source's row made true, by counter-rows. What is undone already stays so. A room that keeps rows of several
 * sorts says which `kind`: ids come from forms, and a row of another sort may have been given the same one.
 */
export async function undoFacts(
  tx: Tx,
  { kind: only, ...source }: { room: string; id: string; kind?: FactKind },
  { by, now }: { by: string | null; now: number },
): Promise<void> {
  const rows = await tx
    .select({ id: facts.id, kind: facts.kind, personId: facts.personId, at: facts.at, undoes: facts.undoes })
    .from(facts)
    .where(
      and(
        eq(facts.room, source.room),
        eq(facts.sourceId, source.id),
        only === undefined ? undefined : eq(facts.kind, only),
      ),
    );
  for (const { id, kind, personId, at } of notUndone(rows)) {
    const row = { id: newId(), kind, personId, at, room: source.room, sourceId: source.id, details: {} };
    await tx
      .insert(facts)
      .values({ ...row, recordedBy: by, recordedAt: now, undoes: id, once: `undone ${id}` })
      .onConflictDoNothing();
    await tellReaders(tx, personId);
  }
}

/**
 * Without those that are undone, and those that undo. A counter-row has the person and the source of what it undoes, so
 * that it is among the rows, and no join is needed: while nobody has undone anything, the engine's statistics say that an
 * index of what is undone is of no use, and it would go through all facts for each.
 */
export function notUndone<R extends { id: string; undoes: string | null }>(rows: readonly R[]): R[] {
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.filter(({ id, undoes }) => undoes === null && !undone.has(id));
}

/** What stands of somebody, oldest first. */
export const factsOf = async (personId: string): Promise<Fact[]> =>
  (await factsOfEach([personId])).get(personId)!;

/** What stands of each of these people, oldest first. */
export async function factsOfEach(personIds: readonly string[]): Promise<Map<string, Fact[]>> {
  const rows = await db.read
    .select({
      personId: facts.personId,
      id: facts.id,
      kind: facts.kind,
      at: facts.at,
      recordedAt: facts.recordedAt,
      details: facts.details,
      undoes: facts.undoes,
    })
    .from(facts)
    .where(inArray(facts.personId, [...personIds]))
    .orderBy(asc(facts.at), asc(facts.recordedAt), asc(facts.id));
  const of = new Map<string, Fact[]>(personIds.map((id) => [id, []]));
  for (const { personId, ...fact } of notUndone(rows)) of.get(personId)!.push(withoutUndoes(fact));
  return of;
}

const withoutUndoes = ({
  id,
  kind,
  at,
  recordedAt,
  details,
}: Omit<Fact, 'kind' | 'details'> & { kind: string; details: unknown }) =>
  ({ id, kind, at, recordedAt, details }) as Fact;

const ANY = 2 ** 30;

async function tellReaders(tx: Tx, personId: string): Promise<void> {
  // It begins anywhere: a change that is listed after another was taken is never mistaken for that one.
  for (const reader of readers)
    await tx
      .insert(changedPeople)
      .values({ reader, personId, changes: randomInt(1, ANY) })
      .onConflictDoUpdate({
        target: [changedPeople.reader, changedPeople.personId],
        set: { changes: sql`${changedPeople.changes} + 1` },
      });
  for (const callBack of listening) callBack();
}

import { and, asc, eq, gte, isNotNull, isNull, max, sql } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { timelineEntries } from '#db/schema/postmortems.ts';

import { instantOf, precisionOf } from './moment.ts';
import { touch } from './words.server.ts';

export type Entry = { at: string | null; written: string; zone: string | null; text: string };
type By = { byId: string; now: number };

const columns = ({ at, written, zone, text }: Entry, timezone: string | null) => ({
  at,
  written,
  zone,
  text,
  precision: precisionOf(at),
  instant: instantOf(at, zone ?? timezone),
});

/** Adds an entry at a position, or at the end. The caller touches the postmortem. Returns the entry's id. */
export async function addEntry(
  tx: Tx,
  postmortemId: string,
  { timezone, position, ...entry }: Entry & { timezone: string | null; position?: number },
  { byId, now }: By,
): Promise<string> {
  const id = newId();
  const own = eq(timelineEntries.postmortemId, postmortemId);
  if (position !== undefined) {
    await tx
      .update(timelineEntries)
      .set({ position: sql`${timelineEntries.position} + 1` })
      .where(and(own, gte(timelineEntries.position, position)));
  }
  const [last] = await tx
    .select({ position: max(timelineEntries.position) })
    .from(timelineEntries)
    .where(own);
  await tx.insert(timelineEntries).values({
    id,
    postmortemId,
    position: position ?? (last?.position ?? 0) + 1,
    ...columns(entry, timezone),
    changedAt: now,
    changedBy: byId,
  });
  return id;
}

/** Writes an entry into the timeline where its time belongs: before the first that is later, else at the end. */
export async function writeEntry(
  postmortemId: string,
  entry: Entry,
  timezone: string | null,
  by: By,
): Promise<string> {
  return db.write(async (tx) => {
    const rows = await tx
      .select({
        at: timelineEntries.at,
        instant: timelineEntries.instant,
        position: timelineEntries.position,
      })
      .from(timelineEntries)
      .where(and(eq(timelineEntries.postmortemId, postmortemId), standing))
      .orderBy(asc(timelineEntries.position));
    const instant = instantOf(entry.at, entry.zone ?? timezone);
    const later = rows.find((row) =>
      instant !== null && row.instant !== null
        ? row.instant > instant
        : entry.at !== null && row.at !== null && row.at > entry.at,
    );
    const id = await addEntry(
      tx,
      postmortemId,
      { ...entry, timezone, ...(later && { position: later.position }) },
      by,
    );
    await touch(tx, postmortemId, by.now);
    return id;
  });
}

/** entries that were not taken out */
const standing = isNull(timelineEntries.removedAt);

type Which = { postmortemId: string; id: string };
const entryOf = ({ postmortemId, id }: Which) =>
  and(eq(timelineEntries.postmortemId, postmortemId), eq(timelineEntries.id, id));

/** Saves an entry, and puts it back where it was taken out meanwhile. Refuses with the row as it is now when somebody saved since `version`. */
export async function changeEntry(
  which: Which,
  version: number,
  entry: Entry,
  timezone: string | null,
  { byId, now }: By,
) {
  return db.write(async (tx) => {
    const [current] = await tx.select().from(timelineEntries).where(entryOf(which));
    if (!current || current.version !== version) return { refused: 'stale' as const, now: current ?? null };
    await tx
      .update(timelineEntries)
      .set({
        ...columns(entry, timezone),
        removedAt: null,
        removedBy: null,
        version: version + 1,
        changedAt: now,
        changedBy: byId,
      })
      .where(entryOf(which));
    await touch(tx, which.postmortemId, now);
    return { saved: version + 1 };
  });
}

/** An entry of this postmortem, or null. */
export async function entryNamed(which: Which) {
  const [entry] = await db.read.select().from(timelineEntries).where(entryOf(which));
  return entry ?? null;
}

/** Takes an entry out. Null when it was gone already. */
export const removeEntry = (which: Which, { byId, now }: By) =>
  setRemoved(which, { removedAt: now, removedBy: byId }, now);

/** Puts an entry that was taken out back where it stood. Null when it isn't known. */
export const restoreEntry = (which: Which, now: number) =>
  setRemoved(which, { removedAt: null, removedBy: null }, now);

type Removal = { removedAt: number; removedBy: string } | { removedAt: null; removedBy: null };

async function setRemoved(which: Which, removal: Removal, now: number) {
  return db.write(async (tx) => {
    const was = removal.removedAt === null ? isNotNull(timelineEntries.removedAt) : standing;
    const [entry] = await tx
      .update(timelineEntries)
      .set(removal)
      .where(and(entryOf(which), was))
      .returning();
    if (entry) await touch(tx, which.postmortemId, now);
    return entry ?? null;
  });
}

/** Moves an entry one place earlier (-1) or later (1); at an end it stays. */
export async function moveEntry(which: Which, by: -1 | 1, now: number): Promise<void> {
  await db.write(async (tx) => {
    const rows = await tx
      .select({ id: timelineEntries.id, position: timelineEntries.position })
      .from(timelineEntries)
      .where(and(eq(timelineEntries.postmortemId, which.postmortemId), standing))
      .orderBy(timelineEntries.position, timelineEntries.id);
    const from = rows.findIndex((row) => row.id === which.id);
    const [entry, neighbour] = [rows[from], rows[from + by]];
    if (!entry || !neighbour) return;
    // They change places; those taken out keep theirs, to come back to.
    const place = (id: string, { position }: { position: number }) =>
      tx.update(timelineEntries).set({ position }).where(eq(timelineEntries.id, id));
    await place(entry.id, neighbour);
    await place(neighbour.id, entry);
    await touch(tx, which.postmortemId, now);
  });
}

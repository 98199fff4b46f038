import { db } from './database.server.ts';
import { noteRead, tracing } from './traces.ts';

type Kept<T> = { value: T; tables: readonly string[]; stamp: string; weight: number };

/** Values by key, the one longest unused given up first. */
export type Memory<T> = {
  /** how much of it all is kept */
  most: number;
  /** what one value counts for; 0: it is not kept */
  weigh(value: T): number;
  kept: Map<string, Kept<T>>;
  weight: number;
};

/** A memory of `most` values, or of as many as weigh that much. */
export const memory = <T>(most: number, weigh: (value: T) => number = () => 1): Memory<T> => ({
  most,
  weigh,
  kept: new Map(),
  weight: 0,
});

const stampOf = (tables: readonly string[], versions: ReadonlyMap<string, number>) =>
  tables.map((table) => versions.get(table) ?? 0).join('.');

/**
 * What was worked out before under this key, as long as no table it was read from has been written to since; else works
 * it out anew. The work may depend on nothing but its key and the database: neither on who asks nor on the time, unless
 * the key says so.
 */
export async function remember<T>(memory: Memory<T>, key: string, work: () => Promise<T>): Promise<T> {
  if (db.isWriting) return work();
  const versions = await db.versions();
  const before = memory.kept.get(key);
  if (before) forget(memory, key, before);
  if (before && before.stamp === stampOf(before.tables, versions)) {
    keep(memory, key, before);
    noteRead(before.tables);
    return before.value;
  }
  // The versions are older than what is read: a write in between makes this stale, never wrong.
  const { value, read } = await tracing(work);
  const weight = memory.weigh(value);
  if (weight > 0) keep(memory, key, { value, tables: read, stamp: stampOf(read, versions), weight });
  return value;
}

function keep<T>(memory: Memory<T>, key: string, entry: Kept<T>): void {
  const same = memory.kept.get(key);
  if (same) forget(memory, key, same);
  memory.kept.set(key, entry);
  memory.weight += entry.weight;
  for (const [oldest, { weight }] of memory.kept) {
    if (memory.weight <= memory.most) break;
    memory.kept.delete(oldest);
    memory.weight -= weight;
  }
}

function forget<T>(memory: Memory<T>, key: string, entry: Kept<T>): void {
  if (memory.kept.delete(key)) memory.weight -= entry.weight;
}

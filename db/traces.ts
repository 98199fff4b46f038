/**
 * Which tables a piece of work reads, found by listening to its queries: nobody has to say it, so nobody can forget to.
 * Both engines tell every query they send to `heard`.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

type Tables = { read: readonly string[]; written: readonly string[] };

const named = /\b(insert into|update(?!\s+set\b)|delete from|from|join)\s+"?([a-z][a-z0-9_]*)"?/gi;
const writing = new Set(['insert into', 'update', 'delete from']);
/** The full-text index is kept by triggers on the table it belongs to. */
const standsFor: Record<string, string> = { search_fts: 'search_texts' };

/** Nobody may learn from what stands around it when something was put there, and nothing that is remembered is read from it. */
const untold = new Set(['letter_box']);

/** The tables a query names. Words that are no table (a function's "from") may be among them: they never change. */
export function tablesIn(query: string): Tables {
  const read = new Set<string>();
  const written = new Set<string>();
  for (const [, verb, name] of query.matchAll(named)) {
    const table = standsFor[name!] ?? name!;
    if (!untold.has(table)) (writing.has(verb!.toLowerCase()) ? written : read).add(table);
  }
  return { read: [...read], written: [...written] };
}

const MOST_KNOWN = 2000;
const known = new Map<string, Tables>();

/** The same, remembered: the app asks the same few hundred queries again and again. */
function tablesOf(query: string): Tables {
  const before = known.get(query);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const tables = tablesIn(query);
  known.set(query, tables);
  return tables;
}

const listeners = new AsyncLocalStorage<Set<string>>();

/** Does some work, and says which tables it read. */
export async function tracing<T>(work: () => Promise<T>): Promise<{ value: T; read: string[] }> {
  const read = new Set<string>();
  // Awaited inside: a query of drizzle's is sent when somebody waits for it, not when it is made.
  const value = await listeners.run(read, async () => await work());
  // What is traced inside is read by what stands around it, too.
  const around = listeners.getStore();
  if (around) for (const table of read) around.add(table);
  return { value, read: [...read] };
}

/** Notes tables as read by the work that is going on: for what was remembered of an earlier reading. */
export function noteRead(tables: readonly string[]): void {
  const listening = listeners.getStore();
  if (listening) for (const table of tables) listening.add(table);
}

/** A query is sent: who listens learns what it reads. Returns what it writes. */
export function heard(query: string): readonly string[] {
  const { read, written } = tablesOf(query);
  noteRead(read);
  return written;
}

/** Databases of either engine with nothing in them, not even tables, for tests about migrations. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Database } from '#db/database.ts';
import { engine } from '#db/engine.ts';

type Journal = { entries: { idx: number; when: number; tag: string }[] };
type Column = { name: string; type: string; notNull: boolean };
type Snapshot = {
  tables: Record<
    string,
    {
      name: string;
      columns: Record<string, Column>;
      foreignKeys: Record<string, { tableTo: string }>;
      checkConstraints: Record<string, { value: string }>;
    }
  >;
};

const folder = engine === 'postgresql' ? 'postgres' : 'sqlite';
const kept = resolve('db/migrations');
const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

export const migrations = read<Journal>(join(kept, folder, 'meta/_journal.json')).entries;
export const snapshotAfter = (idx: number) =>
  read<Snapshot>(join(kept, folder, 'meta', `${String(idx).padStart(4, '0')}_snapshot.json`));

/** An empty database, and a way to be rid of it. */
export async function emptyDatabase(): Promise<{ database: Database; discard(): Promise<void> }> {
  if (engine === 'sqlite') {
    const { openSqlite } = await import('#db/sqlite.server.ts');
    const here = mkdtempSync(join(tmpdir(), 'guildhall-empty-'));
    const database = openSqlite(join(here, 'empty.db'));
    return {
      database,
      async discard() {
        await database.close();
        rmSync(here, { recursive: true });
      },
    };
  }
  const { openPostgres } = await import('#db/postgres.server.ts');
  const { createBeside, dropDatabase } = await import('#test/support/postgres.ts');
  const url = await createBeside(process.env.DATABASE_URL!, 'template0');
  const database = openPostgres(url, 2);
  return {
    database,
    async discard() {
      await database.close();
      await dropDatabase(url);
    },
  };
}

/** Does something where only the migrations up to one of them exist, as in an older version; `more` are added to them. */
export async function asOfMigration<T>(
  idx: number,
  work: () => Promise<T>,
  ...more: { when: number; sql: string }[]
): Promise<T> {
  const here = mkdtempSync(join(tmpdir(), 'guildhall-older-'));
  const before = process.cwd();
  cpSync(kept, join(here, 'db/migrations'), { recursive: true });
  const journal = join(here, 'db/migrations', folder, 'meta/_journal.json');
  const whole = read<Journal>(journal);
  const added = more.map(({ when, sql }, at) => {
    const tag = `9${at}_added`;
    writeFileSync(join(here, 'db/migrations', folder, `${tag}.sql`), sql);
    return { version: '7', breakpoints: true, idx: idx + 1 + at, when, tag };
  });
  const entries = [...whole.entries.slice(0, idx + 1), ...added];
  writeFileSync(journal, JSON.stringify({ ...whole, entries }));
  process.chdir(here);
  try {
    return await work();
  } finally {
    process.chdir(before);
    rmSync(here, { recursive: true });
  }
}

/** Statements that put a row into each of these tables, referred-to ones first; all ids and words are alike. */
export function oneRowEach(snapshot: Snapshot, wanted: (table: string) => boolean): string[] {
  const tables = new Map(Object.values(snapshot.tables).map((table) => [table.name, table]));
  const done = new Set<string>();
  const statements: string[] = [];
  const add = (name: string) => {
    const table = tables.get(name)!;
    if (done.has(name)) return;
    done.add(name);
    for (const { tableTo } of Object.values(table.foreignKeys)) add(tableTo);
    if (!wanted(name)) return;
    const columns = Object.values(table.columns);
    const checks = Object.values(table.checkConstraints).map(({ value }) => value);
    const values = columns.map((column) => valueFor(column, checks));
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    statements.push(`insert into "${name}" (${names}) values (${values.join(', ')})`);
  };
  for (const name of tables.keys()) add(name);
  return statements;
}

function valueFor({ name, type }: Column, checks: string[]): string {
  if (/int|serial/.test(type)) return '1';
  if (/json/.test(type)) return `'[]'`;
  const check = checks.find((value) => value.includes(`"${name}" in (`));
  return /in \(('(?:[^']|'')*')/.exec(check ?? '')?.[1] ?? `'x'`;
}

/** Databases of either engine with nothing in them, not even tables, for tests about migrations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Database } from '#db/database.ts';
import { engine } from '#db/engine.ts';

import { asOf, folderOf, kept, type MadeUp, migrationsOf, read } from './older-version.ts';

type Column = { name: string; type: string; notNull: boolean };
type Table = {
  name: string;
  columns: Record<string, Column>;
  foreignKeys: Record<string, { tableTo: string; columnsFrom: string[] }>;
  checkConstraints: Record<string, { value: string }>;
};
type Snapshot = { tables: Record<string, Table> };

export const migrations = migrationsOf(engine);
export const snapshotAfter = (idx: number) =>
  read<Snapshot>(join(kept, folderOf(engine), 'meta', `${String(idx).padStart(4, '0')}_snapshot.json`));

/** `url`: how others may open it too */
export type Empty = { database: Database; url: string; discard(): Promise<void> };

/** An empty database, and a way to be rid of it. */
export const emptyDatabase = (): Promise<Empty> =>
  engine === 'sqlite' ? emptySqlite() : emptyPostgres(process.env.DATABASE_URL!);

export async function emptySqlite(): Promise<Empty> {
  const { openSqlite } = await import('#db/sqlite.server.ts');
  const here = mkdtempSync(join(tmpdir(), 'guildhall-empty-'));
  const file = join(here, 'empty.db');
  const database = openSqlite(file);
  return {
    database,
    url: `file:${file}`,
    async discard() {
      await database.close();
      rmSync(here, { recursive: true });
    },
  };
}

/** One on the server that this database is on. */
export async function emptyPostgres(beside: string): Promise<Empty> {
  const { openPostgres } = await import('#db/postgres.server.ts');
  const { createBeside, dropDatabase } = await import('#test/support/postgres.ts');
  const url = await createBeside(beside, 'template0');
  const database = openPostgres(url, 2);
  return {
    database,
    url,
    async discard() {
      await database.close();
      await dropDatabase(url);
    },
  };
}

/** Does something as in the version that ended with a migration; `more` are added to those it had. */
export const asOfMigration = <T>(idx: number, work: () => Promise<T>, ...more: MadeUp[]): Promise<T> =>
  asOf(engine, idx, work, ...more);

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
    // Where two columns must differ, the second names another row.
    const [, other] =
      /<> (?:"\w+"\.)?"(\w+)"$/.exec(checksOf(table).find((check) => check.includes(' <> ')) ?? '') ?? [];
    const named = Object.values(table.foreignKeys).find(({ columnsFrom }) => columnsFrom[0] === other);
    if (named) statements.push(rowOf(tables.get(named.tableTo)!, () => 'y'));
    statements.push(rowOf(table, (column) => (column === other ? 'y' : 'x')));
  };
  for (const name of tables.keys()) add(name);
  return statements;
}

const checksOf = (table: Table) => Object.values(table.checkConstraints).map(({ value }) => value);

function rowOf(table: Table, textOf: (column: string) => string): string {
  const columns = Object.values(table.columns);
  const values = columns.map((column) => valueFor(column, checksOf(table), textOf(column.name)));
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  return `insert into "${table.name}" (${names}) values (${values.join(', ')})`;
}

function valueFor({ name, type }: Column, checks: string[], text: string): string {
  if (/int|serial/.test(type)) return '1';
  if (/json/.test(type)) return `'[]'`;
  const check = checks.find((value) => value.includes(`"${name}" in (`));
  return /in \(('(?:[^']|'')*')/.exec(check ?? '')?.[1] ?? `'${text}'`;
}

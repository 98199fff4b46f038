import type Sqlite from 'better-sqlite3';

/** A way to add rows to a table, each given as the values of these columns. */
export function into(db: Sqlite.Database, table: string, columns: string): (...values: unknown[]) => void {
  const marks = columns.replaceAll(/\w+/g, '?');
  const statement = db.prepare(`insert into ${table} (${columns}) values (${marks})`);
  return (...values) => void statement.run(...values);
}

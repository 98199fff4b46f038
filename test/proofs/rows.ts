import Database from 'better-sqlite3';

/** A row as one line of text, its table before it. */
export type Row = { table: string; text: string };

/**
 * The rows of a database file, of whichever table, in which one of these ids stands; `tables` adds tables whole. A
 * table that is added to the schema is looked into by itself.
 */
export function rowsNaming(file: string, ids: Set<string>, tables: string[] = []): Row[] {
  const database = new Database(file, { readonly: true });
  try {
    const names = database
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
      .pluck()
      .all() as string[];
    return names.flatMap((table) => {
      const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
      const named = (row: Record<string, unknown>) =>
        Object.values(row).some((value) => typeof value === 'string' && ids.has(value));
      return rows
        .filter((row) => tables.includes(table) || named(row))
        .map((row) => ({ table, text: `${table} ${JSON.stringify(row)}` }));
    });
  } finally {
    database.close();
  }
}

/** What is in one of them and not in the other. */
export function differenceOf(before: Row[], after: Row[]): Row[] {
  const texts = (rows: Row[]) => new Set(rows.map(({ text }) => text));
  const [was, is] = [texts(before), texts(after)];
  return [...before.filter(({ text }) => !is.has(text)), ...after.filter(({ text }) => !was.has(text))];
}

/** One value, or all values of a column, as a query asks for them. */
export function valuesIn(file: string, query: string, ...given: string[]): string[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare(query)
      .pluck()
      .all(...given) as string[];
  } finally {
    database.close();
  }
}

import Database from 'better-sqlite3';

/** Asks, or changes, the database file of an app that runs as a process of its own. What is no question answers no rows. */
export function rowsIn<T>(file: string, query: string, ...given: unknown[]): T[] {
  const database = new Database(file, { timeout: 5000 });
  try {
    const statement = database.prepare(query);
    return statement.reader ? (statement.all(...given) as T[]) : (statement.run(...given), []);
  } finally {
    database.close();
  }
}

import type Sqlite from 'better-sqlite3';

const MOST_STATEMENTS = 500;

/** SQLite compiles a statement each time it is prepared, and the app asks the same few hundred again and again. */
export function rememberStatements(connection: Sqlite.Database): void {
  const known = new Map<string, Sqlite.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    const before = known.get(text);
    // Whoever had it last may have asked for rows in another shape.
    if (before) return before.reader ? before.raw(false) : before;
    const made = prepare(text);
    if (known.size >= MOST_STATEMENTS) known.clear();
    known.set(text, made);
    return made;
  }) as typeof connection.prepare;
}

import type Sqlite from 'better-sqlite3';

/** What is to be known of a database before one relies on it. */
export type Health = {
  /** what SQLite says is broken; empty when all is well */
  damage: string[];
  /** rows that refer to a row which is not there */
  orphans: number;
};

/** Reads every page and every index. A file that is no database at all has that as its damage. */
export function healthOf(connection: Sqlite.Database): Health {
  try {
    const said = connection.prepare('pragma integrity_check(10)').pluck().all() as string[];
    const damage = said.filter((line) => line !== 'ok');
    if (damage.length > 0) return { damage, orphans: 0 };
    return { damage, orphans: (connection.pragma('foreign_key_check') as unknown[]).length };
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { damage: [(error as Error).message], orphans: 0 };
  }
}

/** Whether an error says that a file is broken or no database, rather than out of reach. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { code?: unknown }).code));

import { existsSync } from 'node:fs';

import Sqlite from 'better-sqlite3';

import { copyInto } from './backup-copy.server.ts';

type BackedUp = {
  bytes: number;
  ms: number;
  /** rows that refer to a row which is not there, in the copy because they are in the database */
  orphans: number;
};

/**
 * Copies a database that may be in use, as it is at this moment, into a file that is not there yet. The database is
 * only read.
 */
export function backUp(database: string, file: string): BackedUp | { refused: 'no-database' | 'exists' } {
  if (!existsSync(database)) return { refused: 'no-database' };
  if (existsSync(file)) return { refused: 'exists' };
  const started = performance.now();
  const connection = new Sqlite(database, { readonly: true, timeout: 5000 });
  try {
    const { bytes, orphans } = copyInto(connection, file);
    return { bytes, orphans, ms: performance.now() - started };
  } finally {
    connection.close();
  }
}

import { existsSync, rmSync } from 'node:fs';

import Sqlite from 'better-sqlite3';

import { copyInto } from './backup-copy.server.ts';
import { type CopiedFiles, fileRowsIn, putFilesBeside } from './files-copy.server.ts';
import { filesBeside } from './files-folder.ts';

type BackedUp = {
  bytes: number;
  ms: number;
  /** rows that refer to a row which is not there, in the copy because they are in the database */
  orphans: number;
  files: CopiedFiles;
};

/**
 * Copies a database that may be in use, as it is at this moment, into a file that is not there yet, and the files it
 * speaks of from their folder into one beside that. They are copied after their rows, and are dropped days after them:
 * so the copy has them all. The database is only read.
 */
export function backUp(
  database: string,
  file: string,
  folder: string,
): BackedUp | { refused: 'no-database' } | { refused: 'exists'; which: string } {
  if (!existsSync(database)) return { refused: 'no-database' };
  const taken = [file, filesBeside(file)].find((path) => existsSync(path));
  if (taken !== undefined) return { refused: 'exists', which: taken };
  const started = performance.now();
  const connection = new Sqlite(database, { readonly: true, timeout: 5000 });
  let files: CopiedFiles = { count: 0, bytes: 0, missing: 0 };
  let isPut = false;
  try {
    const { bytes, orphans } = copyInto(connection, file, (copy) => {
      const rows = fileRowsIn(copy);
      files = putFilesBeside(file, rows, folder);
      isPut = rows.length > 0;
    });
    return { bytes, orphans, files, ms: performance.now() - started };
  } catch (error) {
    // Ours is nothing without its rows; another backup's, which came in between, is not ours to take.
    if (isPut) rmSync(filesBeside(file), { recursive: true, force: true });
    throw error;
  } finally {
    connection.close();
  }
}

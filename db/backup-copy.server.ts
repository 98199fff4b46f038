import { closeSync, openSync, statSync } from 'node:fs';

import Sqlite from 'better-sqlite3';

import { clearAbandoned, discard, partialOf, putInPlace, sync } from './backup-files.server.ts';
import { type Health, healthOf } from './backup-health.server.ts';

/**
 * Writes what is committed at this moment into a file of its own, which has its name only once it is whole, checked
 * and on the disk; it replaces what had the name. Others may go on writing meanwhile: VACUUM INTO reads in one
 * transaction, so it neither waits for them nor starts anew, as SQLite's backup API does. Throws when the copy is
 * damaged, since then the database is. `alongside` is shown the copy before it has its name, to put beside it what
 * belongs to it.
 */
export function copyInto(
  connection: Sqlite.Database,
  file: string,
  alongside: (copy: Sqlite.Database) => void = () => {},
): Health & { bytes: number } {
  const partial = partialOf(file);
  clearAbandoned(file);
  try {
    closeSync(openSync(partial, 'wx', 0o600)); // SQLite fills an empty file, and leaves it as private as it is
    connection.prepare('vacuum into ?').run(partial);
    const health = looking(partial, healthOf);
    if (health.damage.length > 0) throw new DamagedDatabase(connection.name, health.damage[0]!);
    sync(partial);
    looking(partial, alongside);
    putInPlace(partial, file);
    return { ...health, bytes: statSync(file).size };
  } catch (error) {
    discard(partial);
    throw error;
  }
}

function looking<T>(file: string, look: (copy: Sqlite.Database) => T): T {
  const copy = new Sqlite(file, { readonly: true });
  try {
    return look(copy);
  } finally {
    copy.close();
  }
}

class DamagedDatabase extends Error {
  override name = 'DamagedDatabase';
  constructor(file: string, damage: string) {
    super(
      `The copy is not healthy, so ${file} is not either (${damage}). No copy was kept. See: npm run doctor`,
    );
  }
}

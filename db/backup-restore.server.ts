import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

import Sqlite from 'better-sqlite3';

import { clearAbandoned, discard, partialOf, putInPlace, sync } from './backup-files.server.ts';
import { healthOf, isDamage } from './backup-health.server.ts';
import { momentsIn, type Newer, newerIn } from './backup-newer.server.ts';
import { bringBack, type CopiedFiles, fileRowsIn } from './files-copy.server.ts';
import type { FileRow } from './files-rows.ts';
import { migrationsFolder, newestMigration } from './migrations.server.ts';
import { appliedSqlite } from './sqlite.server.ts';

type Restored = {
  bytes: number;
  /** rows of the copy that refer to a row which is not there */
  orphans: number;
  /** where what was there before is now; null when nothing was */
  kept: string | null;
  files: CopiedFiles;
};
type Refusal =
  | { refused: 'no-copy' | 'itself' | 'not-ours' | 'newer-version' | 'in-use' }
  | { refused: 'damaged'; damage: string }
  | { refused: 'newer'; newer: Newer };

/**
 * Puts a copy in a database's place, in one step, and keeps what was there under a dated name. Before that, the files it
 * speaks of are brought to their folder; none that is there is thrown away. The copy is only read.
 * Refuses a copy that is damaged or of a newer version, a database that is in use, and one that knows of changes the
 * copy does not have.
 */
export function restore(
  copy: string,
  file: string,
  { evenIfNewer, now, folder }: { evenIfNewer: boolean; now: number; folder: string },
): Restored | Refusal {
  if (!existsSync(copy) || !statSync(copy).isFile()) return { refused: 'no-copy' };
  if (existsSync(file) && realpathSync(copy) === realpathSync(file)) return { refused: 'itself' };
  // Asked twice: now, so that nobody waits for a large copy in vain, and when it counts.
  const early = holdAlone(file);
  if (early === 'in-use') return { refused: 'in-use' };
  early?.close();

  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  clearAbandoned(file);
  const partial = partialOf(file);
  try {
    const ready = prepare(copy, partial);
    if ('refused' in ready) return ready;
    sync(partial);
    const held = holdAlone(file);
    if (held === 'in-use') return { refused: 'in-use' };
    try {
      const here = evenIfNewer ? null : unlessDamaged(() => held && momentsIn(held));
      const newer = here && newerIn(here, ready.moments, now);
      if (newer) return { refused: 'newer', newer };
      const files = bringBack(copy, ready.rows, folder, now);
      const kept = swap(partial, file, held, now);
      return { bytes: statSync(file).size, orphans: ready.orphans, kept, files };
    } finally {
      held?.close();
    }
  } finally {
    discard(partial);
  }
}

/** A whole, healthy, single file beside the database, made from the copy and whatever lies beside that. */
function prepare(
  copy: string,
  partial: string,
): { orphans: number; moments: Map<string, number>; rows: FileRow[] } | Refusal {
  for (const beside of ['-wal', '-journal', '']) {
    if (existsSync(copy + beside)) copyFileSync(copy + beside, partial + beside);
  }
  chmodSync(partial, 0o600);
  const connection = new Sqlite(partial);
  try {
    connection.pragma('journal_mode = DELETE'); // what was in a -wal is in the file now
    const { damage, orphans } = healthOf(connection);
    if (damage.length > 0) return { refused: 'damaged', damage: damage[0]! };
    const applied = appliedSqlite(connection);
    if (applied === 0) return { refused: 'not-ours' };
    if (applied > newestMigration(migrationsFolder('sqlite')).when) return { refused: 'newer-version' };
    return { orphans, moments: momentsIn(connection), rows: fileRowsIn(connection) };
  } catch (error) {
    if (isDamage(error)) return { refused: 'damaged', damage: (error as Error).message };
    throw error;
  } finally {
    connection.close();
  }
}

/** What a database answers; null when it is too damaged to. */
function unlessDamaged<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/**
 * A connection that no other can be beside. A running Guildhall keeps its own open, so that this one cannot be had.
 * Null when there is no database, or none that can be read: what cannot be read cannot be compared either.
 */
function holdAlone(file: string): Sqlite.Database | 'in-use' | null {
  if (!existsSync(file) || isForeign(file)) return null;
  const connection = new Sqlite(file, { timeout: 1000 });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('begin immediate; rollback');
    return connection;
  } catch (error) {
    connection.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return 'in-use';
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Not even opened: SQLite would take what lies in its -wal for worthless, and delete it. */
function isForeign(file: string): boolean {
  const start = Buffer.alloc(16);
  const open = openSync(file, 'r');
  try {
    return readSync(open, start, 0, 16, 0) > 0 && start.toString('latin1') !== 'SQLite format 3\0';
  } finally {
    closeSync(open);
  }
}

/** One name is never without a whole file, unless the disk knows no links. */
function swap(partial: string, file: string, held: Sqlite.Database | null, now: number): string | null {
  const before = existsSync(file) ? statSync(file) : null;
  letIn(partial, before ?? statSync(dirname(file)), before ? before.mode & 0o777 : 0o600);
  if (!before) {
    putInPlace(partial, file);
    return null;
  }
  const kept = nameFor(file, now);
  // A -wal that stayed would be read into the new database: it goes into the old one, or along with it.
  const folded = unlessDamaged(() => held?.pragma('journal_mode = DELETE', { simple: true }));
  if (process.platform === 'win32') held?.close(); // nobody renames an open file there
  for (const beside of folded === 'delete' ? [] : ['-wal', '-journal']) {
    if (existsSync(file + beside)) renameSync(file + beside, kept + beside);
  }
  rmSync(`${file}-shm`, { force: true });
  try {
    linkSync(file, kept);
  } catch {
    renameSync(file, kept);
  }
  putInPlace(partial, file);
  return kept;
}

/** Whoever owned the database owns the new one, even when root brings it back. */
function letIn(file: string, { uid, gid }: Stats, mode: number): void {
  chmodSync(file, mode);
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

function nameFor(file: string, now: number): string {
  const at = new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
  const stem = file.replace(/\.(db|sqlite3?)$/, '');
  const name = (more: string) => `${stem}.replaced-${at}Z${more}.db`;
  for (let n = 1; ; n++) {
    const free = name(n === 1 ? '' : `-${n}`);
    if (!existsSync(free)) return free;
  }
}

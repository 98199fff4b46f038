/** Files that go along with a copy of the database, and come back with it. */
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import type Sqlite from 'better-sqlite3';

import { clearAbandoned, partialOf, putInPlace, sync, syncFolder } from './backup-files.server.ts';
import { filesBeside, partialIn, placeIn } from './files-folder.ts';
import { type FileRow, fileRowsOf, namesOfFileTables } from './files-rows.ts';
import { isId } from './ids.ts';

/** `missing`: files of which nobody has the bytes as their row says. */
export type CopiedFiles = { count: number; bytes: number; missing: number };

/** The files a database speaks of; an older version's knows none. */
export function fileRowsIn(connection: Sqlite.Database): FileRow[] {
  const isThere = connection.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`);
  return namesOfFileTables
    .filter((name) => isThere.get(name))
    .flatMap(
      (name) =>
        connection.prepare(fileRowsOf(name)).all() as (Omit<FileRow, 'isRemoved'> & { isRemoved: number })[],
    )
    .map((row) => ({ ...row, isRemoved: Boolean(row.isRemoved) }));
}

/** Puts the files a copy speaks of beside it, all at once. Where it speaks of none, there is no folder of them. */
export function putFilesBeside(copy: string, rows: FileRow[], from: string): CopiedFiles {
  if (rows.length === 0) return { count: 0, bytes: 0, missing: 0 };
  const folder = filesBeside(copy);
  const partial = partialOf(folder);
  clearAbandoned(folder);
  try {
    mkdirSync(partial, { mode: 0o700 });
    const copied = copyFiles(rows, [from], partial);
    putInPlace(partial, folder);
    return copied;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Brings the files of a restored database to where they are kept, from beside the copy or, where that has them not, from
 * what is there already. Nothing is thrown away: what only the replaced database knew is left for a month from `now`.
 */
export function bringBack(copy: string, rows: FileRow[], folder: string, now: number): CopiedFiles {
  if (existsSync(folder)) sparing(folder, new Set(rows.map(({ id }) => id)), now);
  return rows.length === 0
    ? { count: 0, bytes: 0, missing: 0 }
    : copyFiles(rows, [folder, filesBeside(copy)], folder);
}

/** Each is read, held against its row, written, synced and named; those that are there as they should be, stay. */
function copyFiles(rows: FileRow[], from: string[], to: string): CopiedFiles {
  const copied = { count: 0, bytes: 0, missing: 0 };
  const touched = new Set<string>();
  for (const row of rows) {
    const found = from.find((folder) => isWhole(folder, row));
    if (found === undefined) {
      if (!row.isRemoved) copied.missing++;
      continue;
    }
    const bytes = readFileSync(placeIn(found, row.id));
    copied.count++;
    copied.bytes += bytes.length;
    if (found === to) continue;
    const place = placeIn(to, row.id);
    makeFolder(dirname(place));
    writeFileSync(partialIn(to, row.id), bytes, { mode: 0o600 });
    letInLike(to, partialIn(to, row.id));
    sync(partialIn(to, row.id));
    renameSync(partialIn(to, row.id), place);
    touched.add(dirname(place)).add(to);
  }
  for (const folder of touched) syncFolder(folder);
  return copied;
}

const isWhole = (folder: string, { id, sha256 }: FileRow) => sha256In(folder, id) === sha256;

/** The SHA-256 of a file's bytes; null when they are not there, or cannot be read: one bad spot ends no backup. */
export function sha256In(folder: string, id: string): string | null {
  try {
    return createHash('sha256')
      .update(readFileSync(placeIn(folder, id)))
      .digest('hex');
  } catch {
    return null;
  }
}

/** The ids of all bytes in a folder of files, and since when each is there. */
export function idsIn(folder: string): { id: string; at: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((shard) => shard.isDirectory())
    .flatMap((shard) => readdirSync(join(folder, shard.name)))
    .filter(isId)
    .map((id) => ({ id, at: statSync(placeIn(folder, id)).mtimeMs }));
}

function sparing(folder: string, known: Set<string>, now: number): void {
  for (const { id } of idsIn(folder))
    if (!known.has(id)) utimesSync(placeIn(folder, id), now / 1000, now / 1000);
}

function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) letInLike(dirname(first), made);
}

/** Whoever owns what it lies in owns it too, even when root brings it back. */
function letInLike(model: string, place: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(model);
  chownSync(place, uid, gid);
}

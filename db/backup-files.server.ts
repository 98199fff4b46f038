/** How a file appears all at once, or not at all. */
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const PARTIAL = /^\.(\d+)\.partial(-wal|-shm|-journal)?$/;

/** Where a file is written before it is whole: beside its final name, so that renaming it is one step. */
export const partialOf = (file: string) => `${file}.${process.pid}.partial`;

/** Throws away what earlier attempts at this file left when they were killed; those that are still at work keep theirs. */
export function clearAbandoned(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(basename(file))) continue;
    const [, pid] = PARTIAL.exec(name.slice(basename(file).length)) ?? [];
    if (pid && !runs(Number(pid))) rmSync(join(dirname(file), name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  if (pid === process.pid) return false; // of an earlier process that had the same number
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Throws a file away with whatever SQLite may have put beside it. */
export function discard(file: string): void {
  for (const beside of ['', '-wal', '-shm', '-journal']) rmSync(file + beside, { force: true });
}

/** Waits until a file is on the disk, power cut or not. */
export function sync(file: string): void {
  const open = openSync(file, 'r+');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** Gives a file its final name, which it has for good when this returns. Replaces what had the name. */
export function putInPlace(file: string, name: string): void {
  renameSync(file, name);
  syncFolder(dirname(name));
}

/** Waits until the names in a folder are on the disk. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return; // has no such thing
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

import { type Finding, look, ok, sizeInWords, wrong } from './finding.ts';

const MB = 1e6;

/** The Node this runs on; run.mjs has refused those that are too old. */
export const nodeFinding = (): Finding => ok('Node', `${process.version}, ${process.execPath}`);

/** Room on the database's disk, for itself, its copy before a migration, and what is being written. */
export function diskFinding(file: string): Finding {
  const { bavail, bsize } = statfsSync(nearest(dirname(file)));
  const free = bavail * bsize;
  const size = [file, `${file}-wal`]
    .filter((path) => existsSync(path))
    .reduce((sum, path) => sum + statSync(path).size, 0);
  const says = `${sizeInWords(free)} free beside the database`;
  if (free < 50 * MB) return wrong('disk', `${says}: soon nothing can be saved. Free some space.`);
  if (free < Math.max(500 * MB, 2 * size))
    return look(
      'disk',
      `${says}. An upgrade copies the database first (${sizeInWords(size)}): free some space.`,
    );
  return ok('disk', says);
}

/** Whether this user may write the database and beside it, and others may not read it. */
export function folderFinding(file: string): Finding {
  const folder = nearest(dirname(file));
  const paths = [folder, ...[file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path))];
  const locked = paths.find((path) => !mayWrite(path));
  if (locked)
    return wrong(
      'folder',
      `${whoever()} may not write ${locked}. Run this as the user Guildhall runs as, or give that user the folder and all in it.`,
    );
  const owners = new Set(paths.map((path) => statSync(path).uid));
  if (owners.size > 1)
    return look(
      'folder',
      `What is in ${folder} belongs to several users. Give it all to the one Guildhall runs as.`,
    );
  if (existsSync(file) && openToOthers(file) && openToOthers(folder, 0o001))
    return look(
      'folder',
      `Everybody on this machine can read ${file}, private postmortems too: chmod 600 ${file}`,
    );
  return ok('folder', `${folder} can be written`);
}

/** The folder itself or, while it is not there, the one it would be made in. */
const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const openToOthers = (path: string, bits = 0o004) =>
  process.platform !== 'win32' && (statSync(path).mode & bits) !== 0;

function whoever(): string {
  try {
    return `The user ${userInfo().username}`;
  } catch {
    return 'This user';
  }
}

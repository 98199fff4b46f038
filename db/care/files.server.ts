import { accessSync, constants, existsSync, statSync } from 'node:fs';

import { idsIn, sha256In } from '../files-copy.server.ts';
import type { FileRow } from '../files-rows.ts';
import { UNKNOWN_FOR } from '../files-sweep.ts';
import { type Finding, look, ok, wrong } from './finding.ts';

const DAY = 86_400_000;

/** Whether every file that a row speaks of lies in its folder as it was, and whether nothing else does. Reads them all. */
export function filesFinding(rows: FileRow[], folder: string, now: number): Finding {
  if (!existsSync(folder))
    return rows.some(({ isRemoved }) => !isRemoved)
      ? wrong('files', `${folder} is not there, and ${rows.length} rows speak of files in it.\n${RESTORE}`)
      : ok('files', `none yet; they will be in ${folder}`);
  const locked = [constants.R_OK, constants.W_OK, constants.X_OK].some((how) => !may(folder, how));
  if (locked)
    return wrong(
      'files',
      `This user may not read and write ${folder}. Give it to the one Guildhall runs as.`,
    );

  const found = rows.map((row) => ({ ...row, has: sha256In(folder, row.id) }));
  const missing = found.filter(({ has, isRemoved }) => has === null && !isRemoved);
  const changed = found.filter(({ has, sha256 }) => has !== null && has !== sha256);
  if (missing.length > 0 || changed.length > 0) {
    const says = [
      missing.length > 0 && `${missing.length} are missing (${some(missing)})`,
      changed.length > 0 && `${changed.length} are not what they were (${some(changed)})`,
    ];
    return wrong('files', `In ${folder}, ${says.filter(Boolean).join(', and ')}.\n${RESTORE}`);
  }
  const known = new Set(rows.map(({ id }) => id));
  const unknown = idsIn(folder).filter(({ id }) => !known.has(id));
  const overdue = unknown.filter(({ at }) => at < now - UNKNOWN_FOR - 2 * DAY);
  if (overdue.length > 0)
    return look(
      'files',
      `${overdue.length} in ${folder} have no row, and should have been swept. Is FILES_DIR right?`,
    );
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0)
    return look('files', `Others on this machine can look into ${folder}: chmod 700 ${folder}`);
  const waiting =
    unknown.length > 0 ? `; ${unknown.length} without a row go by themselves within a month` : '';
  return ok('files', `${rows.length} in ${folder}, all as they were${waiting}`);
}

const RESTORE = 'Bring them back from a copy: stop Guildhall, then npm run restore -- FILE';

const some = (rows: { id: string }[]) =>
  rows
    .slice(0, 3)
    .map(({ id }) => id)
    .join(', ') + (rows.length > 3 ? ' …' : '');

function may(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

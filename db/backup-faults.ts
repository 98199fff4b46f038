import { faultOf } from './faults.ts';

const meanings: [RegExp, (place: string) => string][] = [
  [
    /^(EACCES|EPERM|EROFS)$/,
    (place) => `${place} cannot be written by this user. Check its folder’s owner and permissions.`,
  ],
  [
    /^(ENOENT|ENOTDIR|EISDIR|EEXIST)$/,
    (place) => `${place} cannot be opened. Is its folder there, and is it one?`,
  ],
  [
    /^(ENOSPC|EDQUOT|SQLITE_FULL)$/,
    (place) => `There is no room for ${place}. Nothing was written half; free some space.`,
  ],
  [/^E[A-Z]+$/, (place) => `Reading or writing ${place} failed. Is its disk all right?`],
];

/**
 * What went wrong between a database and its copy, in words for the terminal. What the disk refuses is about `written`,
 * the one of the two that is made; what SQLite refuses is about the database.
 */
export function faultOfCopying(error: unknown, database: string, written: string): string {
  const code = String((error as { code?: unknown }).code ?? '');
  const meaning = meanings.find(([pattern]) => pattern.test(code));
  return meaning ? `${meaning[1](written)} (${code})` : faultOf(error, database);
}

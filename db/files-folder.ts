/** Where the bytes of files lie: beside the database, never in it. */
import { join, resolve } from 'node:path';

import { engineOf, fileOf } from './engine.ts';
import { isId } from './ids.ts';

/** The folder of files that belongs to a database in a file, a copy of one included: "x.files" beside "x.db". */
export const filesBeside = (database: string): string => `${database.replace(/\.(db|sqlite3?)$/, '')}.files`;

/** This installation's folder of files: FILES_DIR or, without, the one beside the database; of a server, data/files. */
export function filesFolder(env: Record<string, string | undefined> = process.env): string {
  if (env.FILES_DIR) return resolve(env.FILES_DIR);
  const url = env.DATABASE_URL || 'file:./data/guildhall.db';
  return resolve(engineOf(url) === 'postgresql' ? './data/files' : filesBeside(fileOf(url)));
}

/** Where a file's bytes lie in a folder of files. Throws on what is no id of ours, so that no path is made out of it. */
export function placeIn(folder: string, id: string): string {
  if (!isId(id)) throw new Error('That is not the id of a file.');
  return join(folder, id.slice(0, 2), id);
}

/** Where they are written before they are whole. */
export const partialIn = (folder: string, id: string): string => `${placeIn(folder, id)}.partial`;

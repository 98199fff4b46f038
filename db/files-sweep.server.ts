import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { inArray, lt } from 'drizzle-orm';

import { db } from './database.server.ts';
import { filesFolder } from './files-folder.ts';
import { PARTIAL_FOR, REMOVED_FOR, UNKNOWN_FOR } from './files-sweep.ts';
import { dropFile } from './files.server.ts';
import { isId } from './ids.ts';
import { evidenceFiles } from './schema/belts.ts';

/** Those of files-rows.ts: what has no row in any of them is swept. */
export const tablesOfFiles = [evidenceFiles];

/** Drops the files that were removed a week ago, and bytes that nothing has spoken of for a month. */
export async function sweepFiles(now: number): Promise<void> {
  for (const table of tablesOfFiles) {
    // The row first: bytes without a row are found again, a row without its bytes is a loss.
    const gone = await db.write((tx) =>
      tx
        .delete(table)
        .where(lt(table.removedAt, now - REMOVED_FOR))
        .returning({ id: table.id }),
    );
    for (const { id } of gone) await dropFile(id);
  }
  const folder = filesFolder();
  for (const shard of await namesIn(folder)) {
    const old = await oldIn(join(folder, shard), now);
    for (const partial of old.partials) await rm(join(folder, shard, partial), { force: true });
    const known = await knownAmong(old.ids);
    for (const id of old.ids) if (!known.has(id)) await dropFile(id);
  }
}

async function oldIn(folder: string, now: number): Promise<{ ids: string[]; partials: string[] }> {
  const ids: string[] = [];
  const partials: string[] = [];
  for (const name of await namesIn(folder)) {
    const [id = '', ending] = name.split('.');
    if (!isId(id)) continue; // not ours to judge
    const at = await unlessGone(async () => (await stat(join(folder, name))).mtimeMs, now);
    if (ending === undefined && at < now - UNKNOWN_FOR) ids.push(id);
    if (ending === 'partial' && at < now - PARTIAL_FOR) partials.push(name);
  }
  return { ids, partials };
}

async function knownAmong(ids: string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const table of tablesOfFiles) {
    for (let at = 0; at < ids.length; at += 500) {
      const rows = await db.read
        .select({ id: table.id })
        .from(table)
        .where(inArray(table.id, ids.slice(at, at + 500)));
      for (const { id } of rows) known.add(id);
    }
  }
  return known;
}

const namesIn = (folder: string): Promise<string[]> => unlessGone(() => readdir(folder), []);

/** What the disk answers; `otherwise` where there is nothing any more: an upload gets its name while we look. */
async function unlessGone<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as { code?: unknown }).code))) return otherwise;
    throw error;
  }
}

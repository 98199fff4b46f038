import { db } from '#db/database.server.ts';

import { tableFromDisk } from './from-disk.server.ts';
import { carryOut, type ImportKind, planOf, tableOf } from './importing.server.ts';
import { countsOf, type Plan } from './plan.ts';
import { countWords } from './words.ts';

/**
 * Imports a file, or with `dryRun` tells what that would change. Returns what to say: `faults` are rows that could not be
 * read, while the others were imported. Closes the database.
 */
export async function importFromDisk(
  kind: ImportKind,
  file: string,
  { dryRun }: { dryRun: boolean },
  now: number,
): Promise<{ said: string[]; faults: string[] } | { refused: string }> {
  const read = tableFromDisk(file);
  if ('refused' in read) return read;
  const table = tableOf(kind, read.text);
  if ('refused' in table) return table;
  try {
    await db.migrate();
    const done = dryRun
      ? { plan: await planOf(kind, table) }
      : await carryOut(kind, table, { by: null }, now);
    if ('refused' in done) return { refused: 'somebody changed something meanwhile; run it again' };
    const { plan } = done;
    const head = `${dryRun ? 'would import' : 'imported'} ${file} (${read.encoding}): ${countWords(countsOf(plan))}`;
    return { said: [head, ...(dryRun ? changesIn(plan) : [])], faults: faultsIn(plan) };
  } finally {
    await db.close();
  }
}

const changesIn = ({ rows }: Plan<unknown>): string[] =>
  rows
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ line, kind, title, changes }) => {
      const told = changes.map(
        ({ what, before, after }) => `${what} ${before ? `“${before}” to ` : ''}“${after}”`,
      );
      return `  line ${line}, ${kind}: ${title}${told.length > 0 ? `, ${told.join(', ')}` : ''}`;
    });

/** As many are told: whoever sees more has the wrong columns, not that many slips. */
const MOST_FAULTS = 200;

function faultsIn({ faults }: Plan<unknown>): string[] {
  const told = faults
    .slice(0, MOST_FAULTS)
    .map(({ line, column, text }) => `line ${line}${column ? `, column ${column}` : ''}: ${text}`);
  const more = faults.length - told.length;
  return more > 0 ? [...told, `and ${more.toLocaleString('en')} rows more that cannot be read`] : told;
}

import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';

import type { By } from '../holders.server.ts';
import type { Column } from './header.ts';
import { type Counts, countsOf, metBy, type Plan, shortFor } from './plan.ts';
import { peopleImport } from './people-import.server.ts';
import { squadsImport } from './squads-import.server.ts';
import { readTable, type Table } from './table.ts';

export type ImportKind = 'people' | 'squads';

/** How a table of one kind is planned and carried out; what its rows want is its own affair. */
type Importer = {
  columns: readonly Column[];
  plan(table: Table): Promise<Plan<unknown>>;
  carryOut(tx: Tx, plan: Plan<unknown>, by: By, now: number): Promise<void>;
};
const importers: Record<ImportKind, Importer> = {
  people: peopleImport as Importer,
  squads: squadsImport as Importer,
};

/** A text read as a table of this kind. */
export const tableOf = (kind: ImportKind, text: string) => readTable(text, importers[kind].columns);

/** What importing a table would change, as things stand. */
export const planOf = (kind: ImportKind, table: Table): Promise<Plan<unknown>> => importers[kind].plan(table);

/** What everything in a plan met, in one word: shown with a preview, and compared when it is carried out. */
export const seenIn = (plan: Plan<unknown>): string => shortFor(metBy(plan));

/**
 * Imports the good rows of a table, all in one transaction. With `seen`, refuses when anything the rows meet is not as
 * it was when somebody looked.
 */
export async function carryOut(
  kind: ImportKind,
  table: Table,
  { by, seen }: { by: By; seen?: string },
  now: number,
): Promise<{ counts: Counts; plan: Plan<unknown> } | { refused: 'stale' }> {
  return db.write(async (tx) => {
    const plan = await importers[kind].plan(table);
    if (seen !== undefined && seenIn(plan) !== seen) return { refused: 'stale' };
    await importers[kind].carryOut(tx, plan, by, now);
    return { counts: countsOf(plan), plan };
  });
}

import type { Bare } from '#test/db/bare-database.ts';

import { tablesOf } from './catalogue.ts';
import { broken } from './kept-rows.ts';

/** What is wrong with a database as it lies there: pages, indexes, references. PostgreSQL is asked for references alone. */
export async function databaseFaults(database: Bare): Promise<string[]> {
  const references = (await tablesOf(database)).flatMap((table) => table.references);
  const faults = await broken(database, references);
  if (database.engine === 'postgresql') return faults;
  const pages = await database.ask<{ integrity_check: string }>('pragma integrity_check');
  const rows = await database.ask('pragma foreign_key_check');
  return [
    ...faults,
    ...pages.map((page) => page.integrity_check).filter((said) => said !== 'ok'),
    ...rows.map((row) => `broken reference: ${JSON.stringify(row)}`),
  ];
}

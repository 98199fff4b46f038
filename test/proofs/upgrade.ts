/** A database full of rows, brought from one version to the next by the app itself. */
import { appendOnlyForPostgres, appendOnlyForSqlite } from '#db/append-only.ts';
import { fullTextForPostgres, fullTextForSqlite } from '#db/full-text-upkeep.ts';
import { type Bare, openBare } from '#test/db/bare-database.ts';
import type { Empty } from '#test/db/empty-database.ts';
import { asOf, type MadeUp } from '#test/db/older-version.ts';

import { indexesOf, type Reference, type Table, tablesOf, triggersOf } from './catalogue.ts';
import { fill } from './fill-tables.ts';
import { broken, notKept, type Row, rowsOf } from './kept-rows.ts';

export type Upgrade = {
  /** the migrations up to which the databases of before and after go */
  from: number;
  to: number;
  /** what the version after has besides; told of the tables that are there */
  more?: (database: Bare) => Promise<MadeUp[]>;
};

/** Fills an empty database at one version, migrates it to another, and says what was there and is no more, or is broken. */
export async function upgrade(
  { database, url }: Empty,
  { from, to, more = async () => [] }: Upgrade,
): Promise<{ faults: string[]; rows: number; tables: number }> {
  const { engine } = database;
  await asOf(engine, from, () => database.migrate());
  const bare = await openBare(url);
  try {
    const tables = await tablesOf(bare);
    const rows = await fill(bare, tables);
    const before = await contentsOf(bare, tables);
    const triggers = await triggersOf(bare);
    await asOf(engine, to, () => database.migrate(), ...(await more(bare)));

    const now = await tablesOf(bare);
    const names = new Set(now.map(({ name }) => name));
    const stillThere = triggers.filter(({ table }) => names.has(table)).map(({ name }) => name);
    const faults = [
      ...lost(before, await contentsOf(bare, now)),
      ...(await broken(bare, stillPossible([...tables, ...now], now))),
      ...(await missing(bare, stillThere, names)),
      ...(await notFound(bare)),
    ];
    return { faults, rows, tables: tables.length };
  } finally {
    await bare.close();
  }
}

async function contentsOf(database: Bare, tables: Table[]): Promise<Map<string, Row[]>> {
  const contents = new Map<string, Row[]>();
  for (const table of tables) contents.set(table.name, await rowsOf(database, table));
  return contents;
}

function lost(before: Map<string, Row[]>, after: Map<string, Row[]>): string[] {
  return [...before]
    .filter(([name]) => after.has(name))
    .flatMap(([name, rows]) => {
      const { missing: gone, added } = notKept(rows, after.get(name)!);
      const told = gone.map((row) => `${name} no longer has ${JSON.stringify(row)}`);
      return [...told, ...Array.from({ length: added }, () => `${name} has a row more than before`)];
    });
}

/** The references between tables and columns that are there, also those that are no longer enforced. */
function stillPossible(said: Table[], now: Table[]): Reference[] {
  const columns = new Set(now.flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`)));
  const all = said
    .flatMap(({ references }) => references)
    .filter(({ from, columns: mine, to, toColumns }) =>
      [...mine.map((name) => `${from}.${name}`), ...toColumns.map((name) => `${to}.${name}`)].every((name) =>
        columns.has(name),
      ),
    );
  return [...new Map(all.map((reference) => [JSON.stringify(reference), reference])).values()];
}

/** What the app itself puts beside its tables, by the names in its own statements. */
const putThere = ({ engine }: Bare, there: ReadonlySet<string>) =>
  (engine === 'postgresql'
    ? [...fullTextForPostgres, ...appendOnlyForPostgres(there)]
    : [...fullTextForSqlite, ...appendOnlyForSqlite(there)]
  ).flatMap(
    (statement) =>
      /^create (?:or replace )?(?:trigger|index) (?:if not exists )?(\w+)/.exec(statement)?.[1] ?? [],
  );

async function missing(database: Bare, triggers: string[], tables: ReadonlySet<string>): Promise<string[]> {
  const there = [...(await triggersOf(database)), ...(await indexesOf(database))].map(({ name }) => name);
  const wanted = new Set([...triggers, ...putThere(database, tables)]);
  return [...wanted].filter((name) => !there.includes(name)).map((name) => `${name} is missing`);
}

/** A word that every row of the search has is found in every row. */
async function notFound(database: Bare): Promise<string[]> {
  const found =
    database.engine === 'postgresql'
      ? `words @@ to_tsquery('simple', 'row')`
      : `number in (select rowid from search_fts where search_fts match 'row')`;
  const rows = await database.ask<{ id: string }>(`select id from search_texts where (${found}) is not true`);
  return rows.map(({ id }) => `the search does not find ${id}`);
}

/** What a database says of its own tables, alike on both engines. */
import type { Bare } from '#test/db/bare-database.ts';

import { onPostgres } from './catalogue-postgres.ts';
import { onSqlite } from './catalogue-sqlite.ts';

export type Table = { name: string; columns: Column[]; references: Reference[] };
export type Column = {
  name: string;
  type: string;
  nullable: boolean;
  /** the words that a CHECK allows; null where it is not held to any */
  choices: string[] | null;
};
export type Reference = { from: string; columns: string[]; to: string; toColumns: string[] };

/** The questions an engine answers in its own words, each row in ours. */
export type Questions = {
  /** table, name, type, nullable */
  columns: string;
  /** table, id, to, column, toColumn; in the order of the columns */
  references: string;
  /** table, check: the text of a CHECK, or of several */
  checks: string;
  /** in such a text, the column and the words after it */
  choice: RegExp;
  /** name, table */
  triggers: string;
  /** name */
  indexes: string;
};

const questionsFor = ({ engine }: Bare) => (engine === 'postgresql' ? onPostgres : onSqlite);

type ColumnRow = { table: string; name: string; type: string; nullable: boolean | number };
type ReferenceRow = { table: string; id: unknown; to: string; column: string; toColumn: string };
type CheckRow = { table: string; check: string };

/** Every table with rows of ours: not the migrator's own, and none that the engine keeps for itself. */
export async function tablesOf(database: Bare): Promise<Table[]> {
  const from = questionsFor(database);
  const columns = await database.ask<ColumnRow>(from.columns);
  const references = await database.ask<ReferenceRow>(from.references);
  const checks = await database.ask<CheckRow>(from.checks);
  const choices = new Map(
    checks.flatMap(({ table, check }) =>
      [...check.matchAll(from.choice)].map((found) => [`${table}.${found[1]}`, wordsIn(found[2]!)] as const),
    ),
  );
  return [...new Set(columns.map(({ table }) => table))].map((name) => ({
    name,
    columns: columns
      .filter(({ table }) => table === name)
      .map((row) => ({
        name: row.name,
        type: row.type.toLowerCase(),
        nullable: Boolean(row.nullable),
        choices: choices.get(`${name}.${row.name}`) ?? null,
      })),
    references: together(references.filter(({ table }) => table === name)),
  }));
}

const wordsIn = (list: string) =>
  [...list.matchAll(/'((?:[^']|'')*)'/g)].map((found) => found[1]!.replaceAll("''", "'"));

/** A reference has a row for each of its columns. */
function together(rows: ReferenceRow[]): Reference[] {
  const found = new Map<unknown, Reference>();
  for (const { id, table, to, column, toColumn } of rows) {
    const reference = found.get(id) ?? { from: table, columns: [], to, toColumns: [] };
    reference.columns.push(column);
    reference.toColumns.push(toColumn);
    found.set(id, reference);
  }
  return [...found.values()];
}

/** Every trigger, with the table it stands on. */
export const triggersOf = (database: Bare) =>
  database.ask<{ name: string; table: string }>(questionsFor(database).triggers);

export const indexesOf = (database: Bare) => database.ask<{ name: string }>(questionsFor(database).indexes);

/**
 * The column vocabulary: one schema, two engines. TypeScript sees PostgreSQL's types only, so code that would
 * run on the embedded engine alone (`.get()`, `.all()`) does not compile.
 */
import { type Column, sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

import { engine } from './engine.ts';

const postgresql = {
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  text: (name: string) => pg.text(name),
  /** one of a fixed set of words; the database refuses others (`table` adds the check) */
  choice: <const V extends readonly [string, ...string[]]>(name: string, values: V) =>
    pg.text(name, { enum: values as unknown as [V[number], ...V[number][]] }),
  int: (name: string) => pg.integer(name),
  /** epoch milliseconds, UTC */
  instant: (name: string) => pg.bigint(name, { mode: 'number' }),
  json: <T>(name: string) => pg.jsonb(name).$type<T>(),
  /** a number the database gives out itself, as the primary key */
  serial: (name: string) => pg.serial(name).primaryKey(),
};

const embedded = {
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  text: (name: string) => sqlite.text(name),
  choice: (name: string, values: readonly [string, ...string[]]) =>
    sqlite.text(name, { enum: values as [string, ...string[]] }),
  int: (name: string) => sqlite.integer(name),
  instant: (name: string) => sqlite.integer(name, { mode: 'number' }),
  json: <T>(name: string) => sqlite.text(name, { mode: 'json' }).$type<T>(),
  serial: (name: string) => sqlite.integer(name).primaryKey({ autoIncrement: true }),
};

export const { index, uniqueIndex, primaryKey, text, choice, int, instant, json, serial } = (engine ===
'postgresql'
  ? postgresql
  : embedded) as unknown as typeof postgresql;

const plainTable = (engine === 'postgresql' ? pg.pgTable : sqlite.sqliteTable) as typeof pg.pgTable;
/** A condition that every row meets, enforced by the database: `check('thanks_two', sql`…`)` among a table's extras. */
export const check = (engine === 'postgresql' ? pg.check : sqlite.check) as typeof pg.check;

const quoted = (words: readonly string[]) =>
  sql.raw(words.map((w) => `'${w.replaceAll("'", "''")}'`).join(', '));

type Extras = (self: Record<string, Column>) => pg.PgTableExtraConfigValue[];
/** Drizzle hands PostgreSQL's columns to the extras without their words, so that these are read before it builds them. */
const wordsOf = (column: unknown) =>
  (column as { config: { enumValues?: string[] } }).config.enumValues ?? [];

const checkedTable = (name: string, columns: Parameters<typeof plainTable>[1], extras?: Extras) =>
  plainTable(name, columns, (built) => {
    const self = built as unknown as Record<string, Column>;
    const choices = Object.entries(columns).filter(([, column]) => wordsOf(column).length > 0);
    return [
      ...choices.map(([key, column]) =>
        check(`${name}_${self[key]!.name}_choice`, sql`${self[key]!} in (${quoted(wordsOf(column))})`),
      ),
      ...(extras?.(self) ?? []),
    ];
  });

/** A table whose `choice` columns the database itself enforces: drizzle's enums are types only. */
export const table = checkedTable as unknown as typeof pg.pgTable;

/** A table under another name, to join it twice. */
export const aliasOf = (engine === 'postgresql' ? pg.alias : sqlite.alias) as typeof pg.alias;

/** Migrations that nobody has written yet, so that the next one is not the first of its kind. */
import type { Bare } from '#test/db/bare-database.ts';
import { type MadeUp, migrationsOf } from '#test/db/older-version.ts';

import { tablesOf } from './catalogue.ts';

/** Every table is touched: built anew on SQLite, where drizzle-kit can change little otherwise; altered on PostgreSQL. */
export async function touchingEveryTable(database: Bare): Promise<MadeUp[]> {
  const { engine } = database;
  const names = (await tablesOf(database)).map(({ name }) => name);
  const statements =
    engine === 'postgresql'
      ? names.map((name) => `ALTER TABLE "${name}" ADD COLUMN "made_up" integer DEFAULT 7 NOT NULL`)
      : await rebuilding(database, names);
  const sql = statements.join(';--> statement-breakpoint\n');
  return [{ when: migrationsOf(engine).at(-1)!.when + 1, sql }];
}

type Made = { type: string; table: string; sql: string };

/** As drizzle-kit writes it: the table under another name, its rows copied, the old one dropped, the new one renamed. */
async function rebuilding(database: Bare, names: string[]): Promise<string[]> {
  const made = await database.ask<Made>(
    `select type, tbl_name as "table", sql from sqlite_master where type in ('table', 'index') and sql is not null`,
  );
  const tables = await tablesOf(database);
  return names.flatMap((name) => {
    const of = (type: string) => made.filter((one) => one.type === type && one.table === name);
    const columns = tables.find((table) => table.name === name)!.columns;
    const listed = columns.map((column) => `"${column.name}"`).join(', ');
    const create = of('table')[0]!
      .sql.replace(new RegExp(`^CREATE TABLE [\`"]?${name}[\`"]?`), `CREATE TABLE \`__new_${name}\``)
      .replaceAll(`"${name}".`, `"__new_${name}".`);
    return [
      'PRAGMA foreign_keys=OFF',
      create,
      `INSERT INTO \`__new_${name}\`(${listed}) SELECT ${listed} FROM \`${name}\``,
      `DROP TABLE \`${name}\``,
      `ALTER TABLE \`__new_${name}\` RENAME TO \`${name}\``,
      'PRAGMA foreign_keys=ON',
      ...of('index').map(({ sql }) => sql),
    ];
  });
}

import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Database } from '#db/database.ts';
import { engine } from '#db/engine.ts';
import { indexWords } from '#db/full-text.server.ts';

import { asOfMigration, emptyDatabase, migrations, oneRowEach, snapshotAfter } from './empty-database.ts';

let database: Database;
let discard: () => Promise<void>;
beforeEach(async () => {
  ({ database, discard } = await emptyDatabase());
});
afterEach(() => discard());

const last = migrations.length - 1;
const tablesIn = (idx: number) => Object.values(snapshotAfter(idx).tables).map(({ name }) => name);
const run = (statement: string) => database.write(() => database.rows(sql.raw(`${statement} returning 1`)));
const rowsIn = async (table: string) =>
  Number((await database.rows<{ n: unknown }>(sql.raw(`select count(*) as n from "${table}"`)))[0]!.n);
const counted = async (idx: number) =>
  Object.fromEntries(
    await Promise.all(tablesIn(idx).map(async (name) => [name, await rowsIn(name)] as const)),
  );

const fill = async (idx: number) => {
  const empty = Object.entries(await counted(idx))
    .filter(([, rows]) => rows === 0)
    .map(([name]) => name);
  for (const statement of oneRowEach(snapshotAfter(idx), (name) => empty.includes(name)))
    await run(statement);
};

it('brings an empty database up to date, and does nothing when asked again', async () => {
  await database.migrate();
  await fill(last);
  const before = await counted(last);
  await database.migrate();
  expect(await counted(last)).toEqual(before);
});

it('loses no row of any table on the way from any version to the next', async () => {
  for (const [at] of migrations.entries()) {
    const before = at === 0 ? {} : await counted(at - 1);
    await asOfMigration(at, () => database.migrate());
    const after = await counted(at);
    const survived = Object.keys(before).filter((name) => name in after);
    expect(survived.map((name) => [name, after[name]])).toEqual(survived.map((name) => [name, before[name]]));
    await fill(at);
  }
  const rows = Object.entries(await counted(last));
  expect(rows.filter(([, n]) => n === 0)).toEqual([]);
});

it('refuses a database that a newer version has written, and leaves it alone', async () => {
  const future = migrations[last]!.when + 1;
  const newer = { when: future, sql: 'create table of_the_future (id integer)' };
  await asOfMigration(last, () => database.migrate(), newer);
  await expect(database.migrate()).rejects.toThrow(/newer version/);
  expect(await rowsIn('of_the_future')).toBe(0);
});

it('leaves nothing of a migration that fails halfway', async () => {
  await database.migrate();
  const broken = {
    when: migrations[last]!.when + 1,
    sql: 'create table halfway (id integer);--> statement-breakpoint\ncreate table halfway (id integer)',
  };
  await expect(asOfMigration(last, () => database.migrate(), broken)).rejects.toThrow();
  await expect(rowsIn('halfway')).rejects.toThrow();
  await database.migrate();
});

async function rebuildsInPeace() {
  await database.migrate();
  await fill(last);
  await database.write((tx) => indexWords(tx, 'library', 'kept', 'Narwhal', ''));
  const before = await counted(last);
  // As drizzle-kit writes it; inside the migrator’s transaction the pragma does nothing.
  const rebuild = (table: string) => [
    'PRAGMA foreign_keys=OFF',
    `CREATE TABLE __new_${table} AS SELECT * FROM ${table}`,
    `DROP TABLE ${table}`,
    `ALTER TABLE __new_${table} RENAME TO ${table}`,
    'PRAGMA foreign_keys=ON',
  ];
  const statements = [
    ...rebuild('people'),
    'CREATE UNIQUE INDEX people_pk ON people (id)',
    ...rebuild('audit_entries'),
    ...rebuild('search_texts'),
  ];
  await asOfMigration(last, () => database.migrate(), {
    when: migrations[last]!.when + 1,
    sql: statements.join(';--> statement-breakpoint\n'),
  });
  expect(await counted(last)).toEqual(before);

  // What stood on the tables stands on them again.
  await expect(run('delete from audit_entries')).rejects.toThrow(/only ever added to/);
  await run(`update search_texts set title = 'Beluga' where id = 'kept'`);
  expect(
    await database.rows(
      sql`select search_texts.id as id from search_fts join search_texts on search_texts.number = search_fts.rowid
        where search_fts match 'beluga'`,
    ),
  ).toEqual([{ id: 'kept' }]);
  await expect(
    run(`insert into roles (id, person_id, role, assumed_at) values ('r', 'nobody', 'organiser', 1)`),
  ).rejects.toThrow(/FOREIGN KEY/);
}

// Only drizzle-kit’s SQLite migrations build a table anew.
if (engine === 'sqlite') it('keeps the rows that refer to a table which is built anew', rebuildsInPeace);

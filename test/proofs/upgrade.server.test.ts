import { afterEach, beforeEach, expect, it } from 'vitest';

import { openBare } from '#test/db/bare-database.ts';
import { type Empty, emptyDatabase, migrations } from '#test/db/empty-database.ts';

import { tablesOf } from './catalogue.ts';
import { rowsOf } from './kept-rows.ts';
import { touchingEveryTable } from './made-up-migration.ts';
import { upgrade } from './upgrade.ts';

let empty: Empty;
beforeEach(async () => {
  empty = await emptyDatabase();
});
afterEach(() => empty.discard());

const newest = { from: migrations.length - 1, to: migrations.length - 1 };
/** A migration of a future version. */
const future = (...statements: string[]) => ({
  ...newest,
  more: async () => [
    { when: migrations.at(-1)!.when + 1, sql: statements.join(';--> statement-breakpoint\n') },
  ],
});

it('has rows in every table, and finds them as they were where every table is touched', async () => {
  const { faults, tables } = await upgrade(empty, { ...newest, more: touchingEveryTable });
  expect(faults).toEqual([]);
  const bare = await openBare(empty.url);
  const found = await tablesOf(bare);
  const counts: number[] = [];
  for (const table of found) counts.push((await rowsOf(bare, table)).length);
  await bare.close();
  expect(found).toHaveLength(tables);
  expect(Math.min(...counts)).toBeGreaterThan(5);
});

it('sees every row that is gone, another one than before, or new', async () => {
  const { faults } = await upgrade(
    empty,
    future(
      'delete from notices where id = (select min(id) from notices)',
      `insert into audiences (id, scope) values ('of the future', 'people')`,
      `update squads set name = 'Payments' where id = (select min(id) from squads)`,
    ),
  );
  expect(faults.map((fault) => fault.slice(0, 20))).toEqual([
    'audiences has a row ',
    'notices no longer ha',
    'squads no longer has',
  ]);
});

it('sees a search that has lost its words', async () => {
  const statement =
    empty.database.engine === 'postgresql'
      ? 'alter table search_texts drop column words; alter table search_texts add column words tsvector'
      : `insert into search_fts(search_fts) values ('delete-all')`;
  const { faults } = await upgrade(empty, future(statement));
  expect(faults.filter((fault) => fault.startsWith('the search does not find')).length).toBeGreaterThan(5);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { DRAFTS, ENTRIES, type Places } from '../../scripts/bench/data.ts';
import { fill } from '../../scripts/bench/fill.ts';
import { RARE_WORDS } from '../../scripts/bench/words.ts';

const size = { postmortems: 600, actionItems: 1500 };
const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-test-'));
let places: Places;
let db: Sqlite.Database;
beforeAll(async () => {
  places = await fill(join(folder, 'a.db'), size);
  db = new Sqlite(join(folder, 'a.db'), { readonly: true });
}, 60_000);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const value = (query: string, ...given: unknown[]) =>
  db
    .prepare(query)
    .pluck()
    .get(...given);

it('fills as much as was asked for', () => {
  expect(value('select count(*) from postmortems')).toBe(size.postmortems);
  expect(value('select count(*) from action_items')).toBe(size.actionItems);
  expect(value('select count(*) from timeline_entries')).toBe(size.postmortems * ENTRIES);
});

it('names a postmortem that everybody sees, and drafts that the viewer wrote', () => {
  const scope =
    'select scope from postmortems join audiences on audiences.id = audience_id where postmortems.id = ?';
  expect(value(scope, places.postmortem)).toBe('everyone');
  expect(value('select state from postmortems where id = ?', places.postmortem)).toBe('published');
  expect(places.drafts).toHaveLength(DRAFTS);
  const mine = `select count(*) from postmortems join people on people.id = author_id where state = 'draft' and name = ?`;
  expect(value(mine, 'Viola Wren')).toBe(DRAFTS);
});

it('can be searched, and has been analysed', () => {
  expect(
    value('select count(*) from search_fts where search_fts match ?', `"${RARE_WORDS}"`),
  ).toBeGreaterThan(0);
  expect(value('select count(*) from sqlite_stat1')).toBeGreaterThan(10);
});

it('fills the same again', async () => {
  const again = await fill(join(folder, 'b.db'), size);
  expect(again).toEqual(places);
}, 60_000);

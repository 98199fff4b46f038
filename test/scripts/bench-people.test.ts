import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { fill } from '../../scripts/bench/fill.ts';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-test-'));
const company = { squads: 60, people: 500, champions: 30 };
let db: Sqlite.Database;
beforeAll(async () => {
  await fill(join(folder, 'a.db'), { postmortems: 300, actionItems: 300 }, company);
  db = new Sqlite(join(folder, 'a.db'), { readonly: true });
}, 60_000);
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const value = (query: string) => db.prepare(query).pluck().get();

it('fills as many squads, people and champions as were asked for', () => {
  expect(value('select count(*) from squads')).toBe(company.squads);
  // The viewer and the reader are there in any case.
  expect(value('select count(*) from people')).toBe(company.people + 2);
  expect(value(`select count(*) from enrolments where state = 'active'`)).toBe(company.champions);
});

it('fills what is over, too: who moved, who stepped down, what was reported', () => {
  expect(value('select count(*) from squad_members where left_at is not null')).toBeGreaterThan(300);
  expect(value('select count(*) from enrolments where ended_at is not null')).toBeGreaterThan(50);
  expect(value('select count(*) from hours_reports')).toBeGreaterThan(1000);
  expect(value('select count(*) from enrolments where active_at > ended_at')).toBe(0);
});

it('makes the viewer a champion', () => {
  const whose = `select people.name from enrolments join people on people.id = person_id where person_id = (select id from people where email = 'viewer@bench.example')`;
  expect(value(`${whose} and state = 'active'`)).toBe('Viola Wren');
});

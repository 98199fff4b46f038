/** All that is left of a house: every row with what the engine keeps beside it, the raw files, and the log. */
import { existsSync, readFileSync } from 'node:fs';

import Sqlite from 'better-sqlite3';

import { fileOf } from '#db/engine.ts';
import type { Bare } from '#test/db/bare-database.ts';

import type { Dump, DumpedRow, Page } from './anonymous-adversary.ts';

const WAL_HEADER = 32;
const FRAME_HEADER = 24;

/** Every table, all columns as text, and where each row lies. */
export async function dumpOf(database: Bare, url: string, log: string): Promise<Dump> {
  const isSqlite = database.engine === 'sqlite';
  const tables = await database.ask<{ name: string }>(
    isSqlite
      ? `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
         and sql not like 'create virtual%' and name not like 'search\\_fts%' escape '\\'`
      : `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const place = isSqlite
    ? 'rowid'
    : `((ctid::text::point)[0] * 100000 + (ctid::text::point)[1])::bigint::text`;
  const transaction = isSqlite ? `''` : 'xmin::text';
  const rows: DumpedRow[] = [];
  for (const { name } of tables) {
    const keyed = isSqlite ? await hasRowid(database, name) : true;
    const found = await database.ask<Record<string, unknown>>(
      `select ${keyed ? place : '0'} as "(place)", ${transaction} as "(transaction)", * from "${name}"`,
    );
    for (const { '(place)': at, '(transaction)': by, ...values } of found)
      rows.push({ table: name, place: Number(at), transaction: String(by), values });
  }
  return { rows, pages: isSqlite ? pagesOf(fileOf(url)) : [], log: log.split('\n').filter(Boolean) };
}

async function hasRowid(database: Bare, table: string): Promise<boolean> {
  const [made] = await database.ask<{ sql: string }>(`select sql from sqlite_master where name = '${table}'`);
  return !/without rowid/i.test(made?.sql ?? '');
}

/** The pages of the file and of its journal, each with the table whose it is now; none: it is free. */
function pagesOf(file: string): Page[] {
  const connection = new Sqlite(file, { readonly: true });
  const owners = new Map<number, string>();
  const tableOf = new Map<string, string>();
  for (const { name, tbl_name: table } of connection
    .prepare('select name, tbl_name from sqlite_master')
    .all() as { name: string; tbl_name: string }[])
    tableOf.set(name, table);
  for (const { name, pageno } of connection.prepare('select name, pageno from dbstat').all() as {
    name: string;
    pageno: number;
  }[])
    owners.set(pageno, tableOf.get(name) ?? name);
  const size = connection.pragma('page_size', { simple: true }) as number;
  connection.close();
  const pages: Page[] = [];
  const bytes = readFileSync(file);
  for (let at = 0; at * size < bytes.length; at += 1)
    pages.push({
      of: owners.get(at + 1) ?? null,
      where: 'file',
      bytes: bytes.subarray(at * size, (at + 1) * size),
    });
  const journal = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  for (let at = WAL_HEADER; at + FRAME_HEADER + size <= journal.length; at += FRAME_HEADER + size)
    pages.push({
      of: owners.get(journal.readUInt32BE(at)) ?? null,
      where: 'journal',
      bytes: journal.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size),
    });
  return pages;
}

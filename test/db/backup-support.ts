/** Databases in files, and the commands that care for them run as somebody would run them. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';

import { newId } from '#db/ids.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { now } from '#test/support/clock.ts';

/** A folder of one's own, and a way to be rid of it. */
export function ownFolder(): { at(name: string): string; discard(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-care-'));
  return {
    at: (name) => join(folder, name),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A database of this version in a file, with these people in it. */
export async function databaseWith(file: string, ...names: string[]): Promise<void> {
  const database = openSqlite(file);
  await database.migrate();
  await database.close();
  names.forEach((name, at) => moveIn(file, name, now + at));
}

/** Somebody joins, as another process would write it. */
export function moveIn(file: string, name: string, at: number): void {
  withDatabase(file, (open) => {
    const id = newId();
    open
      .prepare(`insert into people (id, name, email, password_hash, joined_at) values (?, ?, ?, '', ?)`)
      .run(id, name, `${id}@northwind.example`, at);
  });
}

/** Rows enough to make a database this large, so that copying it takes a while. */
export function fatten(file: string, megabytes: number): void {
  withDatabase(file, (open) => {
    const entry = open.prepare(
      `insert into audit_entries (id, at, event, details) values (?, ?, 'set-up', ?)`,
    );
    const details = JSON.stringify({ note: 'x'.repeat(10_000) });
    open.transaction(() => {
      for (let n = 0; n < megabytes * 100; n++) entry.run(newId(), now, details);
    })();
  });
}

export function withDatabase<T>(file: string, work: (open: Sqlite.Database) => T): T {
  const open = new Sqlite(file);
  try {
    return work(open);
  } finally {
    open.close();
  }
}

export const namesIn = (file: string) =>
  withDatabase(file, (open) => open.prepare('select name from people order by joined_at').pluck().all());

/** What became of a command. */
export type Ended = { code: number; out: string; err: string };
type As = { uid?: number; gid?: number };

/** Runs a command with nothing in its environment but what is given; a minute is more than it may take. */
export const run = (command: string, args: string[], env: Record<string, string>, as: As = {}) =>
  new Promise<Ended>((resolve) => {
    const whole = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...env };
    const options = { env: whole, timeout: 60_000, ...as };
    const child = execFile(process.execPath, ['scripts/run.mjs', command, ...args], options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

/** Where PostgreSQL has a better tool, its command line is all there is to say. Gives that command line. */
export async function expectAdvice(command: string, tool: RegExp): Promise<string> {
  const url = new URL(process.env.DATABASE_URL!);
  url.password = 'correct-horse';
  const { code, out, err } = await run(command, ['here.dump'], { DATABASE_URL: url.href });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(tool);
  expect(err).toContain(`'${process.env.DATABASE_URL}'`);
  expect(err).not.toContain('correct-horse');
  return /^ {2}(pg_.*)$/m.exec(err)![1]!;
}

/** The way back from an upgrade: before a migration touches what people wrote, a copy of it is put beside it. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type Sqlite from 'better-sqlite3';

import { copyInto } from './backup-copy.server.ts';

const KEPT = 3;

type Step = {
  /** the newest migration the database has seen, epoch ms; 0 when it is new */
  applied: number;
  newest: { when: number; tag: string };
};

/** Whether a database that somebody has used is about to be changed. */
const isUpgrade = ({ applied, newest }: Step) => applied > 0 && applied < newest.when;

/**
 * Copies a database that is about to be migrated, where it holds anything, and throws away all but the newest three
 * of these copies. Gives the copy's name, or null where none was needed. The caller keeps others from writing meanwhile.
 */
export function keepBeforeMigration(connection: Sqlite.Database, file: string, step: Step): string | null {
  if (!isUpgrade(step) || !holdsAnything(connection)) return null;
  const copy = nameBefore(file, step.newest.tag);
  copyInto(connection, copy);
  for (const old of copiesOf(file).slice(KEPT)) rmSync(old, { force: true });
  tell(`Bringing the database up to date (${step.newest.tag}). As it was until now, it is kept in ${copy}`);
  return copy;
}

/** Says that the way back from a migration of PostgreSQL is a dump, where a database is about to be changed. */
export function adviseBeforeMigration(step: Step): void {
  if (!isUpgrade(step)) return;
  tell(
    `Bringing the database up to date (${step.newest.tag}). On PostgreSQL no copy is made of it first: ` +
      'the way back is the dump you made before this upgrade (npm run backup says how).',
  );
}

const stemOf = (file: string) => file.replace(/\.(db|sqlite3?)$/, '');
const nameBefore = (file: string, tag: string) => `${stemOf(file)}.before-${tag}.db`;

/** Newest first. */
function copiesOf(file: string): string[] {
  const [beginning, folder] = [`${basename(stemOf(file))}.before-`, dirname(file)];
  return readdirSync(folder)
    .filter((name) => name.startsWith(beginning) && /^\d[\w-]*\.db$/.test(name.slice(beginning.length)))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at || (a.path < b.path ? 1 : -1))
    .map(({ path }) => path);
}

/** Whether any table of ours has a row. */
function holdsAnything(connection: Sqlite.Database): boolean {
  const tables = connection
    .prepare(
      `select name from pragma_table_list
       where schema = 'main' and type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite\\_%' escape '\\'`,
    )
    .pluck()
    .all() as string[];
  return tables.some((name) => connection.prepare(`select 1 from "${name}" limit 1`).get() !== undefined);
}

function tell(words: string): void {
  if (process.env.LOG !== 'off') process.stderr.write(`${words}\n`);
}

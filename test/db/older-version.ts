/** The migrations of an engine, and a working folder that holds fewer of them, as an older version had, or more. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Engine } from '#db/engine.ts';

type Journal = { entries: { idx: number; when: number; tag: string }[] };
/** A migration that no version has; its statements stand apart as drizzle-kit writes them. */
export type MadeUp = { when: number; sql: string };

export const folderOf = (engine: Engine) => (engine === 'postgresql' ? 'postgres' : 'sqlite');
export const kept = resolve('db/migrations');
export const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Every migration there is, oldest first. */
export const migrationsOf = (engine: Engine) =>
  read<Journal>(join(kept, folderOf(engine), 'meta/_journal.json')).entries;

/** Does something where only the migrations up to one of them exist, as in an older version; `more` are added to them. */
export async function asOf<T>(
  engine: Engine,
  idx: number,
  work: () => Promise<T>,
  ...more: MadeUp[]
): Promise<T> {
  const folder = folderOf(engine);
  const here = mkdtempSync(join(tmpdir(), 'guildhall-older-'));
  const before = process.cwd();
  cpSync(kept, join(here, 'db/migrations'), { recursive: true });
  const journal = join(here, 'db/migrations', folder, 'meta/_journal.json');
  const whole = read<Journal>(journal);
  const added = more.map(({ when, sql }, at) => {
    const tag = `9${at}_added`;
    writeFileSync(join(here, 'db/migrations', folder, `${tag}.sql`), sql);
    return { version: '7', breakpoints: true, idx: idx + 1 + at, when, tag };
  });
  const entries = [...whole.entries.slice(0, idx + 1), ...added];
  writeFileSync(journal, JSON.stringify({ ...whole, entries }));
  process.chdir(here);
  try {
    return await work();
  } finally {
    process.chdir(before);
    rmSync(here, { recursive: true });
  }
}

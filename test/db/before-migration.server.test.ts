import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { engine } from '#db/engine.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { now } from '#test/support/clock.ts';

import { databaseWith, fatten, moveIn, namesIn, ownFolder, withDatabase } from './backup-support.ts';
import { asOfMigration, emptyDatabase, migrations } from './empty-database.ts';

const last = migrations.length - 1;
/** The n-th migration of a future version. */
const future = (n: number, statement = `create table future_${n} (id integer)`) => ({
  when: migrations[last]!.when + n,
  sql: statement,
});

let said: string[];
beforeEach(() => {
  said = [];
  vi.stubEnv('LOG', '');
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const onFiles = () => {
  let folder: ReturnType<typeof ownFolder>;
  let file: string;
  beforeEach(() => {
    folder = ownFolder();
    file = folder.at('guildhall.db');
  });
  afterEach(() => folder.discard());

  const copies = () => readdirSync(dirname(file)).filter((name) => name.includes('.before-'));
  /** Starts a version that has these migrations more than this one. */
  const upgrade = (...more: { when: number; sql: string }[]) =>
    asOfMigration(
      last,
      async () => {
        const database = openSqlite(file);
        try {
          await database.migrate();
        } finally {
          await database.close();
        }
      },
      ...more,
    );

  it('keeps what is about to be changed', async () => {
    await databaseWith(file, 'Ada');
    await upgrade(future(1, `delete from people`));
    expect(namesIn(file)).toEqual([]);
    expect(copies()).toEqual(['guildhall.before-90_added.db']);
    expect(namesIn(folder.at('guildhall.before-90_added.db'))).toEqual(['Ada']);
    expect(said.join('')).toMatch(/kept in .*guildhall\.before-90_added\.db\n$/);
  });

  it('makes none of a new database, an empty one, or one that is up to date', async () => {
    await databaseWith(file);
    await upgrade(future(1));
    moveIn(file, 'Ada', now);
    await upgrade(future(1));
    expect(copies()).toEqual([]);
    expect(said).toEqual([]);
  });

  it('keeps the newest three', async () => {
    await databaseWith(file, 'Ada');
    for (const n of [1, 2, 3, 4]) {
      await upgrade(...Array.from({ length: n }, (_, at) => future(at + 1)));
    }
    expect(copies()).toEqual([91, 92, 93].map((n) => `guildhall.before-${n}_added.db`));
  });

  it('has the last word of somebody who went back and came again', async () => {
    await databaseWith(file, 'Ada');
    const broken = future(1, 'create table people (id integer)');
    await expect(upgrade(broken)).rejects.toThrow();
    moveIn(file, 'Ben', now + 1);
    await upgrade(future(1));
    expect(namesIn(folder.at('guildhall.before-90_added.db'))).toEqual(['Ada', 'Ben']);
    expect(withDatabase(file, (open) => open.pragma('foreign_keys', { simple: true }))).toBe(1);
  });

  it('leaves the database as it is when there is no healthy copy to be had', async () => {
    await databaseWith(file, 'Ada');
    fatten(file, 1);
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.length - 20 * 4096);
    writeFileSync(file, bytes);
    await expect(upgrade(future(1))).rejects.toThrow(/malformed|not healthy/);
    expect(copies()).toEqual([]);
    expect(
      withDatabase(file, (open) => open.prepare(`select 1 from sqlite_master where name = 'future_1'`).get()),
    ).toBe(undefined);
  });
};

const onServers = () => {
  it('says what the way back is where somebody lives, and nothing otherwise', async () => {
    const { database, discard } = await emptyDatabase();
    try {
      await database.migrate();
      await database.migrate();
      await asOfMigration(last, () => database.migrate(), future(1));
      expect(said).toEqual([]);
      await database.write(() =>
        database.rows(
          sql.raw(`insert into people (id, name, email, password_hash, joined_at)
                   values ('a', 'Ada', 'ada@northwind.example', '', ${now}) returning 1`),
        ),
      );
      await asOfMigration(last, () => database.migrate(), future(1), future(2));
      expect(said.join('')).toMatch(/the dump you made/);
    } finally {
      await discard();
    }
  });
};

describe('before a migration', engine === 'postgresql' ? onServers : onFiles);

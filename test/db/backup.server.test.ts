import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { engine } from '#db/engine.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { now } from '#test/support/clock.ts';
import { postgresPrograms } from '#test/support/postgres.ts';

import {
  databaseWith,
  expectAdvice,
  fatten,
  namesIn,
  ownFolder,
  run,
  withDatabase,
} from './backup-support.ts';

let folder: ReturnType<typeof ownFolder>;
let file: string;
let copy: string;
beforeEach(() => {
  folder = ownFolder();
  file = folder.at('guildhall.db');
  copy = folder.at('copy.db');
});
afterEach(() => folder.discard());

const backUp = (...args: string[]) => run('backup', args, { DATABASE_URL: `file:${file}` });
const inFolder = () => readdirSync(dirname(file)).filter((name) => !/-(wal|shm)$/.test(name));
const numbersIn = (database: string) =>
  withDatabase(database, (open) => ({
    numbers: open
      .prepare(`select cast(id as integer) from search_texts where room = 'written' order by 1`)
      .pluck()
      .all() as number[],
    integrity: open.pragma('integrity_check', { simple: true }),
    orphans: open.pragma('foreign_key_check'),
  }));

/** A process that commits without a pause; `newest` is the last row it was told is kept. */
async function restless() {
  const child = spawn(process.execPath, [new URL('./backup-writer.ts', import.meta.url).pathname], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: `file:${file}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let newest = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    newest = Number(text.trimEnd().split('\n').at(-1));
  });
  while (newest < 20 && child.exitCode === null) await pause(10);
  return { newest: () => newest, stop: () => child.kill('SIGKILL') };
}

const onFiles = () => {
  it('is one moment of a database that never rests, with all that was kept before it began', async () => {
    await databaseWith(file, 'Ada');
    fatten(file, 20);
    const writer = await restless();
    try {
      const before = writer.newest();
      const { code, out, err } = await backUp(copy);
      const after = writer.newest();
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/\d\d\.\d MB in \d+\.\d s/);

      const { numbers, integrity, orphans } = numbersIn(copy);
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(before);
      expect(after).toBeGreaterThan(before); // the writer was not held up
      expect({ integrity, orphans }).toEqual({ integrity: 'ok', orphans: [] });
      expect(namesIn(copy)).toEqual(['Ada']);
      expect(statSync(copy).mode & 0o777).toBe(0o600);
    } finally {
      writer.stop();
    }
  });

  it('leaves no half file under its name when it is killed, and cleans up the next time', async () => {
    await databaseWith(file, 'Ada');
    fatten(file, 30);
    const child = spawn(process.execPath, ['scripts/run.mjs', 'backup', copy], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: `file:${file}` },
      stdio: 'ignore',
    });
    const partial = `${copy}.${child.pid}.partial`;
    while (!existsSync(partial) || statSync(partial).size === 0) await new Promise(setImmediate);
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('exit', ended));
    expect(existsSync(copy)).toBe(false);
    expect(existsSync(partial)).toBe(true);

    expect((await backUp(copy)).code).toBe(0);
    expect(inFolder().sort()).toEqual(['copy.db', 'guildhall.db']);
    expect(namesIn(copy)).toEqual(['Ada']);
  });

  it('overwrites nothing', async () => {
    await databaseWith(file);
    writeFileSync(copy, 'the only photograph of grandmother');
    const { code, err } = await backUp(copy);
    expect(code).toBe(1);
    expect(err).toMatch(/is there already/);
    expect(readFileSync(copy, 'utf8')).toBe('the only photograph of grandmother');
  });

  it('of nothing is not made, and makes no database either', async () => {
    const { code, err } = await backUp(copy);
    expect(code).toBe(1);
    expect(err).toMatch(/no database at .*DATABASE_URL/);
    expect(inFolder()).toEqual([]);
  });

  it('of a damaged database is not kept', async () => {
    await databaseWith(file, 'Ada');
    fatten(file, 1);
    const bytes = readFileSync(file);
    bytes.fill(0xff, 40 * 4096, 60 * 4096);
    writeFileSync(file, bytes);
    const { code, err } = await backUp(copy);
    expect(code).toBe(1);
    expect(err).toMatch(/not (a )?healthy/);
    expect(err).not.toMatch(/^\s+at /m);
    expect(inFolder()).toEqual(['guildhall.db']);
  });

  it('says so when it carries along rows that refer to nothing', async () => {
    await databaseWith(file, 'Ada');
    withDatabase(file, (open) => {
      open.pragma('foreign_keys = off');
      open.exec(`insert into roles (id, person_id, role, assumed_at) values ('r', 'nobody', 'organiser', 1)`);
    });
    const { code, err } = await backUp(copy);
    expect(code).toBe(1);
    expect(err).toMatch(/1 rows? refer/);
    expect(namesIn(copy)).toEqual(['Ada']);
  });

  it('says which place it cannot write', async () => {
    await databaseWith(file);
    const { code, err } = await backUp(folder.at('no/such/folder/copy.db'));
    expect(code).toBe(1);
    expect(err).toMatch(/no\/such\/folder\/copy\.db cannot be opened/);
  });

  it.each([[[]], [['a', 'b']], [['--fast', 'a']]])('is not understood with %j', async (args) => {
    const { code, err } = await backUp(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/Usage: npm run backup/);
  });

  it('can be made of a database that may only be read', async () => {
    await databaseWith(file, 'Ada');
    chmodSync(file, 0o400);
    expect((await backUp(copy)).code).toBe(0);
    expect(namesIn(copy)).toEqual(['Ada']);
  });
};

const programs = postgresPrograms();
const dumps =
  programs !== null && ['pg_dump', 'pg_restore'].every((name) => existsSync(`${programs}/${name}`));

const onServers = () => {
  it('names PostgreSQL’s own tool, and never the password', () =>
    expectAdvice('backup', /pg_dump .*here\.dump/));

  it.skipIf(!dumps)('comes back as it was when the two command lines it names are run', async () => {
    const folder = ownFolder();
    const moveIn = (name: string) =>
      db.write((tx) =>
        tx.insert(people).values({ id: newId(), name, email: newId(), passwordHash: '', joinedAt: now }),
      );
    const tell = async (command: string, tool: RegExp) =>
      execFileSync(
        'sh',
        ['-c', (await expectAdvice(command, tool)).replace(/'\S*here\.dump'/, folder.at('dump'))],
        {
          env: { ...process.env, PATH: `${programs}:${process.env.PATH}` },
        },
      );
    try {
      await moveIn('Ada');
      await tell('backup', /pg_dump/);
      await moveIn('Ben');
      await tell('restore', /pg_restore/);
      expect(await db.read.select({ name: people.name }).from(people)).toEqual([{ name: 'Ada' }]);
      await db.migrate();
      await moveIn('Cleo');
    } finally {
      folder.discard();
    }
  });
};

describe('a backup', { timeout: 60_000 }, engine === 'postgresql' ? onServers : onFiles);

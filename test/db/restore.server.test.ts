import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { engine } from '#db/engine.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { day, now } from '#test/support/clock.ts';

import {
  databaseWith,
  expectAdvice,
  moveIn,
  namesIn,
  ownFolder,
  run,
  withDatabase,
} from './backup-support.ts';

let folder: ReturnType<typeof ownFolder>;
let file: string;
let copy: string;

const restore = (...args: string[]) => run('restore', args, { DATABASE_URL: `file:${file}` });
const beside = () => readdirSync(dirname(file)).sort();

async function expectRefusal(message: RegExp, ...args: string[]) {
  const before = existsSync(file) ? namesIn(file) : null;
  const { code, out, err } = await restore(...args);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/^\s+at /m);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(existsSync(file) ? namesIn(file) : null).toEqual(before);
  if (before) expect(beside().filter((name) => !/-(wal|shm)$/.test(name))).toEqual(['guildhall.db']);
}

/** Ada and Ben have lived here; Cleo comes a day after the copy was made. */
async function copiedBeforeCleo() {
  await databaseWith(file, 'Ada', 'Ben');
  expect((await run('backup', [copy], { DATABASE_URL: `file:${file}` })).code).toBe(0);
  moveIn(file, 'Cleo', now + day);
}

const onFiles = () => {
  beforeEach(() => {
    folder = ownFolder();
    file = folder.at('data/guildhall.db');
    copy = folder.at('copy.db');
  });
  afterEach(() => folder.discard());

  it('brings everybody back to where there is nothing', async () => {
    await databaseWith(copy, 'Ada', 'Ben');
    expect(await restore(copy)).toMatchObject({ code: 0, err: '' });
    expect(namesIn(file)).toEqual(['Ada', 'Ben']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const open = openSqlite(file);
    await open.migrate();
    await open.close();
    expect(namesIn(copy)).toEqual(['Ada', 'Ben']);
  });

  it('goes back over what is newer only when told to, and keeps that', async () => {
    await copiedBeforeCleo();
    await expectRefusal(/last of 2026-03-05 09:30 UTC \(people\)/, copy);

    const { code, out } = await restore('--even-if-newer', copy);
    expect(code).toBe(0);
    expect(namesIn(file)).toEqual(['Ada', 'Ben']);
    const [, kept] = /kept in (.*\.replaced-\d{4}-\d\d-\d\dT\d{6}Z\.db)/.exec(out)!;
    expect(namesIn(kept!)).toEqual(['Ada', 'Ben', 'Cleo']);
  });

  it('knows what is newer behind a date that is still to come', async () => {
    await databaseWith(file, 'Ada');
    moveIn(file, 'Zed', Date.UTC(2100, 0, 1));
    copyFileSync(file, copy);
    withDatabase(file, (open) =>
      open.exec(`insert into audit_entries (id, at, event, details) values ('a', ${now}, 'set-up', '{}')`),
    );
    await expectRefusal(/last of 2026-03-04 09:30 UTC \(audit entries\)/, copy);
  });

  it('takes the place of an older one without being told twice; sign-ins and links are nothing newer', async () => {
    await databaseWith(file, 'Ada');
    copyFileSync(file, copy);
    moveIn(copy, 'Ben', now + day);
    withDatabase(file, (open) =>
      open.exec(
        `insert into tokens (id, purpose, made_at, expires_at) values ('t', 'set-up', ${now + 2 * day}, ${now + 3 * day})`,
      ),
    );
    expect((await restore(copy)).code).toBe(0);
    expect(namesIn(file)).toEqual(['Ada', 'Ben']);
  });

  it('is refused while Guildhall has the database open, even when it rests', async () => {
    await copiedBeforeCleo();
    const guildhall = openSqlite(file);
    try {
      await expectRefusal(/is in use\. Stop Guildhall/, '--even-if-newer', copy);
    } finally {
      await guildhall.close();
    }
    expect((await restore('--even-if-newer', copy)).code).toBe(0);
  });

  it('takes along what is still in the -wal, of the copy and of what it replaces', async () => {
    await databaseWith(copy, 'Ada');
    await databaseWith(file, 'Old Ada');
    for (const [at, name] of [
      [copy, 'Ben'],
      [file, 'Old Ben'],
    ] as const) {
      // As after a power cut: copied while it was open.
      const open = new Sqlite(at);
      open.exec(
        `insert into people (id, name, email, password_hash, joined_at) values ('b', '${name}', 'b@x', '', ${now + 1})`,
      );
      for (const suffix of ['', '-wal']) copyFileSync(at + suffix, `${at}.cut${suffix}`);
      open.close();
      for (const suffix of ['', '-wal']) copyFileSync(`${at}.cut${suffix}`, at + suffix);
    }
    const { code, out } = await restore(copy);
    expect(code).toBe(0);
    expect(namesIn(file)).toEqual(['Ada', 'Ben']);
    expect(namesIn(/kept in (.*\.db)/.exec(out)![1]!)).toEqual(['Old Ada', 'Old Ben']);
  });

  it('replaces what is no database any more, and keeps it as it is', async () => {
    await databaseWith(file, 'Ada');
    copyFileSync(file, copy);
    writeFileSync(file, 'water damage '.repeat(1000));
    writeFileSync(`${file}-wal`, 'more of it');
    const { code, out } = await restore(copy);
    expect(code).toBe(0);
    expect(namesIn(file)).toEqual(['Ada']);
    const kept = /kept in (.*\.db)/.exec(out)![1]!;
    expect(readFileSync(kept, 'utf8')).toMatch(/^water damage/);
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('more of it');
  });

  describe('is refused', () => {
    beforeEach(() => databaseWith(file, 'Ada'));

    it('of nothing', () => expectRefusal(/no file/, copy));
    it('of itself', () => expectRefusal(/is the database itself/, file));
    it('of what is no database', async () => {
      writeFileSync(copy, 'Dear diary, '.repeat(1000));
      await expectRefusal(/not a healthy SQLite database/, copy);
    });
    it('of a damaged one', async () => {
      const bytes = readFileSync(file);
      bytes.fill(0xff, 10 * 4096, 30 * 4096);
      writeFileSync(copy, bytes);
      await expectRefusal(/not a healthy SQLite database/, copy);
    });
    it('of somebody else’s', async () => {
      withDatabase(copy, (open) => open.exec('create table recipes (id integer)'));
      await expectRefusal(/not one of Guildhall/, copy);
    });
    it('of a newer version’s', async () => {
      copyFileSync(file, copy);
      withDatabase(copy, (open) =>
        open.exec(
          `insert into __drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`,
        ),
      );
      await expectRefusal(/newer version/, copy);
    });
    it('where a file is in the folder’s place', async () => {
      writeFileSync(folder.at('house'), '');
      copyFileSync(file, copy);
      const url = `file:${folder.at('house/guildhall.db')}`;
      const { code, err } = await run('restore', [copy], { DATABASE_URL: url });
      expect(code).toBe(1);
      expect(err).toMatch(/^\S+house\/guildhall\.db cannot be opened.*\n$/);
    });
    it('when it is not understood', async () => {
      expect(await restore()).toMatchObject({ code: 2, out: '' });
      expect(await restore('--now', copy)).toMatchObject({ code: 2, out: '' });
    });
  });
};

const onServers = () => {
  it('is brought back by PostgreSQL’s own tool', async () => {
    await expectAdvice('restore', /pg_restore .*here\.dump/);
  });
};

describe('a copy that is restored', { timeout: 60_000 }, engine === 'postgresql' ? onServers : onFiles);

import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { db } from '#db/database.server.ts';
import { engine } from '#db/engine.ts';
import { newId } from '#db/ids.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { day, now } from '#test/support/clock.ts';
import { freePort } from '#test/support/started.ts';

import { databaseWith, type Ended, ownFolder, run, withDatabase } from './backup-support.ts';

/** What it says of each thing: its state and its first line. */
const told = ({ out }: Ended) =>
  Object.fromEntries(
    [...out.matchAll(/^(ok|look|wrong) +(\S+(?: \S+)*?) {2,}(.*)$/gm)].map(([, state, name, says]) => [
      name!,
      `${state}: ${says}`,
    ]),
  );

/** Somebody without rights who can read this house; null where there is nobody like that. */
const nobody = (() => {
  try {
    if (process.getuid?.() !== 0) return null;
    const id = (what: string) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
    const as = { uid: id('-u'), gid: id('-g') };
    const read = `require('fs').readFileSync('scripts/run.mjs')`;
    execFileSync(process.execPath, ['-e', read], { ...as, stdio: 'ignore' });
    return as;
  } catch {
    return null;
  }
})();

const onFiles = () => {
  let folder: ReturnType<typeof ownFolder>;
  let file: string;
  beforeEach(async () => {
    folder = ownFolder();
    file = folder.at('guildhall.db');
    await databaseWith(file, 'Ada');
  });
  afterEach(() => {
    chmodSync(dirname(file), 0o700);
    folder.discard();
  });
  const doctor = (env: Record<string, string> = {}, as?: { uid: number; gid: number }) =>
    run('doctor', [], { DATABASE_URL: `file:${file}`, ...env }, as);

  it('finds a healthy database healthy, beside a running Guildhall, and changes nothing', async () => {
    const guildhall = openSqlite(file);
    await guildhall.migrate();
    const before = readFileSync(file);
    const ended = await doctor();
    expect(ended).toMatchObject({ code: 0, err: '' });
    const states = Object.entries(told(ended)).map(([name, says]) => [name, says.split(':')[0]]);
    expect(Object.fromEntries(states)).toEqual(
      Object.fromEntries(
        'configuration address Node disk folder database integrity references clock schema set-up files changes'
          .split(' ')
          .map((name) => [name, 'ok']),
      ),
    );
    expect(readFileSync(file)).toEqual(before);
    await guildhall.close();
  });

  it('sees pages that are damaged, and says what to do', async () => {
    const bytes = readFileSync(file);
    bytes.fill(0xff, 10 * 4096, 40 * 4096);
    writeFileSync(file, bytes);
    const ended = await doctor();
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(told(ended).integrity).toMatch(/^wrong/);
    expect(ended.out).toMatch(/npm run restore/);
  });

  it('sees what is no database', async () => {
    writeFileSync(file, 'Dear diary, '.repeat(1000));
    const ended = await doctor();
    expect(ended.code).toBe(1);
    expect(told(ended).integrity).toMatch(/^wrong: .*not a database/);
  });

  it('sees rows that refer to nothing', async () => {
    withDatabase(file, (open) => {
      open.pragma('foreign_keys = off');
      open.exec(`insert into roles (id, person_id, role, assumed_at) values ('r', 'nobody', 'organiser', 1)`);
    });
    const ended = await doctor();
    expect(ended.code).toBe(1);
    expect(told(ended).references).toMatch(/^wrong: 1 .*\(roles\)/);
  });

  it('sees a database that a newer version has written', async () => {
    withDatabase(file, (open) =>
      open.exec(
        `insert into __drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`,
      ),
    );
    const ended = await doctor();
    expect(ended.code).toBe(1);
    expect(told(ended).schema).toMatch(/^wrong: A newer version/);
  });

  it('sees one that the next start will change, and one that is somebody else’s', async () => {
    withDatabase(file, (open) => open.exec('update __drizzle_migrations set created_at = 1'));
    const older = await doctor();
    expect(older.code).toBe(0);
    expect(told(older).schema).toMatch(/^look: Older/);
    const other = folder.at('recipes.db');
    withDatabase(other, (open) => open.exec('create table recipes (id integer)'));
    expect(told(await doctor({ DATABASE_URL: `file:${other}` })).schema).toMatch(
      /^wrong: This is no database/,
    );
  });

  it.skipIf(!nobody)('sees what this user may not write', async () => {
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o555);
    const ended = await doctor({}, nobody!);
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(told(ended).folder).toMatch(/^wrong: The user nobody may not write/);
  });

  it('sees that everybody on the machine can read it', async () => {
    chmodSync(file, 0o644);
    chmodSync(dirname(file), 0o755);
    expect(told(await doctor()).folder).toMatch(/^look: Everybody on this machine/);
  });

  it('sees a clock that is behind what was written', async () => {
    withDatabase(file, (open) =>
      open.exec(
        `insert into audit_entries (id, at, event, details) values ('a', ${Date.now() + day}, 'set-up', '{}')`,
      ),
    );
    const ended = await doctor();
    expect(ended.code).toBe(1);
    expect(told(ended).clock).toMatch(/^wrong/);
  });

  it('sees that nobody lives here yet, or that there is nothing yet, which is no fault', async () => {
    withDatabase(file, (open) => open.exec('delete from people'));
    const empty = await doctor();
    expect(empty.code).toBe(0);
    expect(told(empty)['set-up']).toMatch(/^look/);
    const nothing = await doctor({ DATABASE_URL: `file:${folder.at('not/yet/guildhall.db')}` });
    expect(nothing.code).toBe(0);
    expect(told(nothing).database).toMatch(/^look: There is none/);
  });

  it('names every variable that is wrong, and looks at the database all the same', async () => {
    const ended = await doctor({ PORT: 'x', SESSION_DAYS: '0' });
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(ended.out).toMatch(/PORT/);
    expect(ended.out).toMatch(/SESSION_DAYS/);
    expect(told(ended).integrity).toMatch(/^ok/);
  });
};

const onServers = () => {
  const doctor = (url = process.env.DATABASE_URL!) => run('doctor', [], { DATABASE_URL: url });

  it('finds a healthy database healthy', async () => {
    await db.write(() =>
      db.rows(
        sql.raw(`insert into people (id, name, email, password_hash, joined_at)
                 values ('${newId()}', 'Ada', '${newId()}@northwind.example', '', ${now}) returning 1`),
      ),
    );
    const ended = await doctor();
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(Object.values(told(ended)).filter((says) => !says.startsWith('ok'))).toEqual([]);
    expect(Object.keys(told(ended))).toEqual(
      expect.arrayContaining(['database', 'encoding', 'writing', 'clock', 'schema', 'set-up']),
    );
  });

  it('sees a database that a newer version has written', async () => {
    const note = (verb: string) => db.write(() => db.rows(sql.raw(`${verb} returning 1`)));
    await note(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`,
    );
    try {
      const ended = await doctor();
      expect(ended.code).toBe(1);
      expect(told(ended).schema).toMatch(/^wrong: A newer version/);
    } finally {
      await note(`delete from drizzle.__drizzle_migrations where hash = 'of the future'`);
    }
  });

  it('sees that there is no server', async () => {
    const ended = await doctor(`postgres://ada:correct-horse@127.0.0.1:${await freePort()}/guildhall`);
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(told(ended).database).toMatch(/^wrong: .*cannot be reached/);
    expect(ended.out).not.toContain('correct-horse');
  });
};

describe('the doctor', { timeout: 60_000 }, engine === 'postgresql' ? onServers : onFiles);

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { engine } from '#db/engine.ts';
import { openSqlite } from '#db/sqlite.server.ts';
import { freePort, startInVain } from '#test/support/started.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-faults-'));
  file = join(folder, 'guildhall.db');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

const migrated = async () => {
  const database = openSqlite(file);
  await database.migrate();
  await database.close();
};

/** Refuses: one message, no stack, and the exit code that says so. */
async function expectRefusal(
  message: RegExp,
  databaseUrl = `file:${file}`,
  as?: { uid: number; gid: number },
) {
  const { code, said } = await startInVain({ DATABASE_URL: databaseUrl }, as);
  expect(said).toMatch(message);
  expect(said).not.toMatch(/^\s+at /m);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

/** Somebody who may read this house and nothing more; null where there is nobody like that. */
const nobody = (() => {
  try {
    const id = (what: string) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
    const as = { uid: id('-u'), gid: id('-g') };
    if (process.getuid?.() !== 0) return null;
    execFileSync(process.execPath, ['-e', `require('fs').readFileSync('scripts/run.mjs')`], {
      ...as,
      stdio: 'ignore',
    });
    return as;
  } catch {
    return null;
  }
})();

/** Root may make a small disk of its own, if it really is root. */
const smallDisk = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
})();

const onFiles = () => {
  it.skipIf(!nobody)('a file that may only be read', async () => {
    await migrated();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    await expectRefusal(/cannot be (written|opened)/, undefined, nobody!);
  });

  it.skipIf(!nobody)('a folder that may only be read', async () => {
    chmodSync(folder, 0o555);
    await expectRefusal(/cannot be (written|opened)/, undefined, nobody!);
  });

  it('a database that another process has locked', async () => {
    await migrated();
    const other = new Sqlite(file);
    other.exec('begin exclusive');
    try {
      await expectRefusal(/locked by another process/);
    } finally {
      other.exec('rollback');
      other.close();
    }
  });

  it('a database that a newer version has written', async () => {
    await migrated();
    const other = new Sqlite(file);
    other.exec(`insert into __drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`);
    other.close();
    await expectRefusal(/newer version/);
  });

  it('a file that is no database, which it leaves as it is', async () => {
    const text = 'Dear diary, '.repeat(1000);
    writeFileSync(file, text);
    await expectRefusal(/not a healthy SQLite database/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('a folder in place of the file', async () => {
    mkdirSync(file);
    await expectRefusal(/cannot be opened/);
  });

  it('a file in place of the folder', async () => {
    writeFileSync(join(folder, 'data'), '');
    await expectRefusal(/cannot be opened/, `file:${join(folder, 'data', 'guildhall.db')}`);
  });

  it.skipIf(!smallDisk)('a full disk, on which nothing is written half', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const steps = `mount -t tmpfs -o size=160k tmpfs "$0" && "$1" scripts/run.mjs start; code=$?; cp "$0"/* "$2"; exit $code`;
    const kept = join(folder, 'kept');
    mkdirSync(kept);
    const env = {
      NODE_ENV: 'production' as const,
      PATH: process.env.PATH,
      DATABASE_URL: `file:${disk}/guildhall.db`,
      PORT: String(await freePort()),
    };
    const { status, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', steps, disk, process.execPath, kept], {
      env,
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^The disk that holds .* is full\..*\n$/);
    expect(status).toBe(1);

    const left = new Sqlite(join(kept, 'guildhall.db'));
    expect(left.pragma('integrity_check', { simple: true })).toBe('ok');
    const tables = left
      .prepare(`select name from sqlite_master where name not like '%drizzle%'`)
      .pluck()
      .all();
    expect(tables.filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
    left.close();
  });

  it('a port on which another program listens', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as { port: number };
    const { code, said } = await startInVain({ DATABASE_URL: `file:${file}`, PORT: String(port) });
    other.close();
    expect(said).toMatch(/Another program listens there already/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });
};

const onServers = () => {
  it('a server that is not there', async () => {
    await expectRefusal(/cannot be reached/, `postgres://guildhall@127.0.0.1:${await freePort()}/guildhall`);
  });

  it('a database that nobody has created', async () => {
    const url = new URL(process.env.DATABASE_URL!);
    url.pathname = '/nowhere';
    await expectRefusal(/no database of that name/, url.href);
  });

  it('a user whom the server does not know', async () => {
    const url = new URL(process.env.DATABASE_URL!);
    url.username = 'stranger';
    await expectRefusal(/refuses this user/, url.href);
  });
};

describe('Guildhall refuses to start on', { timeout: 40_000 }, engine === 'postgresql' ? onServers : onFiles);

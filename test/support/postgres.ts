/** A PostgreSQL cluster of our own in a temporary folder, so that tests need no server and touch nobody's. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from './started.ts';

/** The template's name: every test file gets a copy of this database. */
const TEMPLATE = 'guildhall_template';

/** Where PostgreSQL's programs are, newest first: Debian keeps them off the PATH. Null where none is installed. */
export function postgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  return (
    folders.find((folder) => ['initdb', 'postgres'].every((name) => isProgram(join(folder, name)))) ?? null
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root; its own user serves, or whoever runs the tests. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (what: '-u' | '-g') =>
        Number(execFileSync('id', [what, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // no such user: the next
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.',
  );
}

/** Starts a cluster and makes the empty template database, whose URL it returns. `stop` leaves nothing behind. */
export async function startCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed (on Debian: apt-get install postgresql).');
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-pg-'));
  let server: ChildProcess | undefined;
  const leaveNothing = () => {
    server?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', leaveNothing);
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGINT'); // "fast": disconnects whoever is still there
      await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
    }
    process.removeListener('exit', leaveNothing);
    leaveNothing();
  };

  try {
    if (user) chownSync(folder, user.uid, user.gid);
    const data = join(folder, 'data');
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', 'guildhall', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: folder,
      max_connections: 200,
      // These tests outlive no power cut.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    };
    server = spawn(
      join(programs, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    server.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
    const address = `postgres://guildhall@127.0.0.1:${port}`;
    await makeTemplate(`${address}/postgres`, server, () => said);
    return { url: `${address}/${TEMPLATE}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeTemplate(url: string, server: ChildProcess, said: () => string): Promise<void> {
  const { default: pg } = await import('pg');
  const patience = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query(`create database ${TEMPLATE}`);
      return await client.end();
    } catch (error) {
      await client.end().catch(() => {});
      if (server.exitCode !== null || Date.now() > patience) {
        throw new Error(`PostgreSQL did not start:\n${said()}`, { cause: error });
      }
      await pause(100);
    }
  }
}

/** Runs a statement on the server a database is on, from outside that database. */
export async function onServerOf(databaseUrl: string, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const url = new URL(databaseUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own beside another one, as a copy of a template. Returns its URL. */
export async function createBeside(databaseUrl: string, template: string): Promise<string> {
  const url = new URL(databaseUrl);
  url.pathname = `/t_${randomBytes(6).toString('hex')}`;
  // Two that copy a template at the same moment: one of them is told that it is in use.
  for (let tries = 1; ; tries++) {
    try {
      await onServerOf(databaseUrl, `create database ${url.pathname.slice(1)} template ${template}`);
      return url.href;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries === 100) throw error;
      await pause(50 + Math.random() * 100);
    }
  }
}

export const dropDatabase = (url: string) =>
  onServerOf(url, `drop database ${new URL(url).pathname.slice(1)} with (force)`);

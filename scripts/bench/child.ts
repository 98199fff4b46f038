/** A server that is measured: a process of its own, on a free port of this machine alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Used = {
  cpuMs: number;
  rssMb: number;
  /** of SQLite, run so far */
  statements: number;
};

export type Child = {
  origin: string;
  /** from the start of the process to its first answer, in ms */
  openedAfter: number;
  /** CPU, memory and statements of the process so far */
  used(): Promise<Used>;
  stop(): Promise<void>;
};

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
const npmStart = scripts.start.split(' ').slice(1);

const PATIENCE_MS = 60_000;

/** Starts the built app as `npm start` does, on this database. */
export const startApp = (database: string) => start(npmStart, database);

/** Starts the floor on this database. */
export const startFloor = (database: string) => start(['scripts/bench/floor/serve.ts'], database);

async function start(args: string[], database: string): Promise<Child> {
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const env = { HOST: '127.0.0.1', PORT: port, ORIGIN: origin, DATABASE_URL: `file:${resolve(database)}` };
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', `${import.meta.dirname}/probe.ts`, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', LOG: 'off', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);

  while (!(await answers(`${origin}/healthz`))) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`${args.at(-1)} did not start:\n${said}`);
    }
    await pause(3);
  }
  return {
    origin,
    openedAfter: performance.now() - began,
    used: () => ask(child),
    async stop() {
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      clearTimeout(impatient);
      process.removeListener('exit', killOnExit);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const answers = (url: string) =>
  fetch(url).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );

async function ask(child: ChildProcess): Promise<Used> {
  child.send('used?');
  for (;;) {
    const [message] = (await once(child, 'message')) as [{ used?: Used }];
    if (message.used) return message.used;
  }
}

/** The app as somebody would start it: a process of its own, on a free port, with its own empty database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export type Started = {
  origin: string;
  /** printed while nobody lives there */
  setUpLink: string | null;
  /** what it has said so far, on either stream */
  said(): string;
  process: ChildProcess;
  /** ends it, and throws its database away */
  stop(): Promise<void>;
};

type As = { uid?: number; gid?: number };

/** `npm start`'s command with nothing in its environment but what is given. */
const start = (env: Record<string, string>, as: As = {}) =>
  spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });

function listenTo(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  return () => said;
}

/** Starts it where it ought to refuse, and waits for that. */
export async function startInVain(
  env: Record<string, string>,
  as?: As,
): Promise<{ code: number; said: string }> {
  const child = start({ PORT: String(await freePort()), ...env }, as);
  const said = listenTo(child);
  const impatient = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const [code] = (await once(child, 'close')) as [number];
  clearTimeout(impatient);
  return { code, said: said().replace(/^Building Guildhall.*\n/, '') };
}

/** Starts it and waits until it is open; throws with what it said when it does not open. */
export async function startApp(env: Record<string, string> = {}): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-app-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = start({
    HOST: '127.0.0.1',
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: `file:${join(folder, 'guildhall.db')}`,
    ...(process.env.FILES_DIR && { FILES_DIR: process.env.FILES_DIR }),
    ...env,
  });
  const said = listenTo(child);
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
      await once(child, 'exit');
      clearTimeout(impatient);
    }
    process.removeListener('exit', killOnExit);
    rmSync(folder, { recursive: true, force: true });
  };

  const deadline = Date.now() + 45_000;
  while (!/is open at .*\n/.test(said())) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`Guildhall did not start:\n${said()}`);
    }
    await pause(20);
  }
  await pause(50); // the link follows in the same breath
  return { origin, setUpLink: /http\S+\/set-up\/\S+/.exec(said())?.[0] ?? null, said, process: child, stop };
}

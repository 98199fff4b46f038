import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { freePort } from '#test/support/started.ts';

/** The demo as a process of its own, with a database of its own; throws with what it said when it does not open. */
export async function startDemo(file: string): Promise<{ origin: string; end(): Promise<void> }> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ['scripts/run.mjs', 'demo', '--file', file], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: port, ORIGIN: undefined, LOG: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(child, 'close');
  let said = '';
  child.stderr.setEncoding('utf8');
  for await (const text of child.stderr.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    said += text;
    if (/is open at .*\n/.test(said)) break;
  }
  if (!/is open at /.test(said)) throw new Error(`The demo did not start:\n${said}`);
  child.stderr.resume();
  const end = async () => {
    child.kill('SIGTERM');
    await closed;
  };
  return { origin: `http://127.0.0.1:${port}`, end };
}

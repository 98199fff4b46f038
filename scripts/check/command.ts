import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Outcome } from './report.ts';

/** No step of ours takes this long unless it hangs, also beside another one on a slow machine. */
const PATIENCE_MS = 40 * 60_000;

/** Runs a program of node_modules/.bin to its end, keeping what it says. */
export async function ended(program: string, args: string[]): Promise<{ ok: boolean; output: string }> {
  const child = spawn(program, args, {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    timeout: PATIENCE_MS,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal) said.push(`\n${program} was ended by ${signal}.`);
  return { ok: code === 0, output: said.join('') };
}

/** A step that passes when the program exits with 0. */
export const command =
  (program: string, ...args: string[]) =>
  async (): Promise<Outcome> => {
    const { ok, output } = await ended(program, args);
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
  };

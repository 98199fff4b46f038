import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a script of this folder with an empty database of its own. Returns what it printed last, which is JSON. */
export async function inOwnHouse<Seen>(script: string): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-proof-'));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, script)], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        LOG: 'off',
        DATABASE_URL: `file:${join(folder, 'guildhall.db')}`,
        ORIGIN: 'http://guildhall.test',
      },
      maxBuffer: 50_000_000,
    });
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as Seen;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

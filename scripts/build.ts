/** Builds the app when its build is missing or older than its sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const built = 'build/server/index.js';
const sources = ['app', 'db', 'public', 'package-lock.json', 'vite.config.ts'];

const newestIn = (path: string): number => {
  const self = statSync(path);
  if (!self.isDirectory()) return self.mtimeMs;
  return Math.max(self.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
};

export function buildIfStale(): void {
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...sources.map(newestIn))) return;
  process.stderr.write('Building Guildhall, which takes a few seconds …\n');
  execFileSync('remix', ['vite:build', '--logLevel', 'warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
}

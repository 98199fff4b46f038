/** Writes the migrations that bring both engines to the schema. `--check` fails where some are missing instead. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const engines = { sqlite: 'file:none', postgres: 'postgres://none' };
const check = process.argv.includes('--check');
const before = check ? mkdtempSync(join(tmpdir(), 'migrations-')) : null;
if (before) cpSync('db/migrations', before, { recursive: true });

for (const url of Object.values(engines)) {
  const env = { ...process.env, DATABASE_URL: url };
  execFileSync('drizzle-kit', ['generate'], { env, stdio: check ? 'ignore' : 'inherit' });
}

if (before) {
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().join('\n');
  const stale = files('db/migrations') !== files(before);
  if (stale) {
    rmSync('db/migrations', { recursive: true });
    cpSync(before, 'db/migrations', { recursive: true });
    console.error('The schema has changed but its migrations have not been written: npm run db:generate');
  }
  rmSync(before, { recursive: true });
  process.exitCode = stale ? 1 : 0;
}

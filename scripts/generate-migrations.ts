/** Writes the migrations that bring both engines to the schema. `--check` fails where some are missing instead. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const kept = 'db/migrations';

function generateInto(folder: string, stdio: 'ignore' | 'inherit'): void {
  for (const url of ['file:none', 'postgres://none']) {
    const env = { ...process.env, DATABASE_URL: url, MIGRATIONS_FOLDER: folder };
    execFileSync('drizzle-kit', ['generate'], { env, stdio, shell: process.platform === 'win32' });
  }
}

/** Generates into a copy and looks whether anything was added: the files that are kept stay as they are. */
function areStale(): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'guildhall-migrations-'));
  try {
    cpSync(kept, copy, { recursive: true });
    generateInto(relative('.', copy), 'ignore'); // drizzle-kit knows relative folders only
    return filesIn(copy) !== filesIn(kept);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort().join('\n');

if (!process.argv.includes('--check')) generateInto(kept, 'inherit');
else if (areStale()) {
  console.error('The schema has changed but its migrations have not been written: npm run db:generate');
  process.exitCode = 1;
}

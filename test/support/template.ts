/** Once for all tests: the build, and an empty migrated database that every test file gets a copy of. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { buildIfStale } from '../../scripts/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** a file to copy, or the URL of a PostgreSQL database to use as a template */
    template: string;
    /** false: the app does not build now; only tests that ask it fail for that */
    built: boolean;
  }
}

export default async function setup(project: TestProject) {
  project.provide('built', builds());
  if (project.name === 'postgresql') {
    const { startCluster } = await import('./postgres.ts');
    const { url, stop } = await startCluster();
    const { openPostgres } = await import('../../db/postgres.server.ts');
    const database = openPostgres(url);
    await database.migrate();
    await database.close();
    project.provide('template', url);
    return stop;
  }
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-template-'));
  const file = join(folder, 'template.db');
  const { openSqlite } = await import('../../db/sqlite.server.ts');
  const database = openSqlite(file);
  await database.migrate();
  await database.close();
  project.provide('template', file);
  return () => rmSync(folder, { recursive: true });
}

function builds(): boolean {
  try {
    buildIfStale();
    return true;
  } catch {
    return false;
  }
}

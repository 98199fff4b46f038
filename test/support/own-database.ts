/** Before a test file's imports: a database of its own, so that files run side by side and never meet. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, inject } from 'vitest';

process.env.ORIGIN = 'http://guildhall.test';
process.env.NODE_ENV = 'production';
process.env.LOG = 'off';
const template = inject('template');

if (process.env.TEST_ENGINE === 'postgresql') {
  const { createBeside, dropDatabase } = await import('./postgres.ts');
  const own = await createBeside(template, new URL(template).pathname.slice(1));
  const files = mkdtempSync(join(tmpdir(), 'guildhall-files-'));
  process.env.DATABASE_URL = own;
  process.env.FILES_DIR = files;
  afterAll(async () => {
    rmSync(files, { recursive: true, force: true });
    await dropDatabase(own);
  });
} else {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-test-'));
  copyFileSync(template, join(folder, 'test.db'));
  process.env.DATABASE_URL = `file:${join(folder, 'test.db')}`;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** Before a test file's imports: a database of its own, so that files run side by side and never meet. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, inject } from 'vitest';

process.env.ORIGIN = 'http://guildhall.test';
process.env.NODE_ENV = 'production';
process.env.GUILDHALL_LOG = 'off';
const template = inject('template');

if (process.env.TEST_ENGINE === 'postgresql') {
  const { default: pg } = await import('pg');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const url = new URL(template);
  const templateName = url.pathname.slice(1);
  url.pathname = '/postgres';
  const asServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  // Two files that copy the template at the same moment: one of them is told that it is in use (55006).
  for (let tries = 1; ; tries++) {
    try {
      await asServer(`create database ${name} template ${templateName}`);
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tries === 100) throw error;
      await new Promise((later) => setTimeout(later, 50 + Math.random() * 100));
    }
  }
  const own = new URL(template);
  own.pathname = `/${name}`;
  process.env.DATABASE_URL = own.href;
  afterAll(() => asServer(`drop database ${name} with (force)`));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-test-'));
  copyFileSync(template, join(folder, 'test.db'));
  process.env.DATABASE_URL = `file:${join(folder, 'test.db')}`;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

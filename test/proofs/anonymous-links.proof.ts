import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { postgresPrograms, startCluster } from '#test/support/postgres.ts';

import { type Watched, watchHouse } from './anonymous-house.ts';
import type { Proof } from './proof.ts';

async function onSqlite(tell: (line: string) => void): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-nameless-'));
  try {
    return await watchHouse(`file:${join(folder, 'guildhall.db')}`, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(tell: (line: string) => void): Promise<Watched | null> {
  if (!postgresPrograms()) return null;
  const { url, stop } = await startCluster();
  try {
    return await watchHouse(url, tell);
  } finally {
    await stop();
  }
}

const said = ({ questions, requests }: Watched) => `${questions} questions among ${requests} other requests`;

export const proof: Proof = {
  name: 'anonymous-links',
  unit: 'ways from a question without a name to whoever asked it',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const sqlite = await onSqlite((line) => tell(`SQLite: ${line}`));
    const postgres = await onPostgres((line) => tell(`PostgreSQL: ${line}`));
    const note = `SQLite, files and all: ${said(sqlite)}; PostgreSQL: ${postgres ? said(postgres) : 'skipped, not installed'}`;
    return { figure: sqlite.ways.length + (postgres?.ways.length ?? 0), note };
  },
};

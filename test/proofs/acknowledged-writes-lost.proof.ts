import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { postgresPrograms, startCluster } from '#test/support/postgres.ts';

import { type Crashed, crashes } from './crashes.ts';
import type { Proof } from './proof.ts';

const ROUNDS = 60;
const ROUNDS_ON_POSTGRES = 10;

async function onSqlite(tell: (line: string) => void): Promise<Crashed> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-crashes-'));
  try {
    return await crashes(`file:${join(folder, 'guildhall.db')}`, ROUNDS, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server lives on, and without fsync: what is looked at is the app that dies. */
async function onPostgres(tell: (line: string) => void): Promise<Crashed | null> {
  if (!postgresPrograms()) return null;
  const { url, stop } = await startCluster();
  try {
    return await crashes(url, ROUNDS_ON_POSTGRES, tell);
  } finally {
    await stop();
  }
}

const said = ({ rounds, acknowledged }: Crashed) => `${acknowledged} writes in ${rounds} rounds of kill -9`;

export const proof: Proof = {
  name: 'acknowledged-writes-lost',
  unit: 'writes lost, faults in the file',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const sqlite = await onSqlite(tell);
    const postgres = await onPostgres((line) => tell(`PostgreSQL: ${line}`));
    const there = postgres ? `${said(postgres)}, of the app alone` : 'skipped, not installed';
    const note = `SQLite: ${said(sqlite)}; PostgreSQL: ${there}`;
    return { figure: sqlite.faults.length + (postgres?.faults.length ?? 0), note };
  },
};

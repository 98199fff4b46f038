import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { postgresPrograms, startCluster } from '#test/support/postgres.ts';

import { type Noted, notesThroughCrashes } from './note-crashes.ts';
import type { Proof } from './proof.ts';

const ROUNDS = 30;
const ROUNDS_ON_POSTGRES = 8;

async function onSqlite(tell: (line: string) => void): Promise<Noted> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-notes-'));
  try {
    return await notesThroughCrashes(`file:${join(folder, 'guildhall.db')}`, ROUNDS, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(tell: (line: string) => void): Promise<Noted | null> {
  if (!postgresPrograms()) return null;
  const { url, stop } = await startCluster();
  try {
    return await notesThroughCrashes(url, ROUNDS_ON_POSTGRES, tell);
  } finally {
    await stop();
  }
}

const said = ({ rounds, acknowledged, versions }: Noted) =>
  `${acknowledged} words of five people in ${versions} versions, through ${rounds} rounds of kill -9`;

export const proof: Proof = {
  name: 'notes-lost',
  unit: 'acknowledged words not in the notes',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const sqlite = await onSqlite(tell);
    const postgres = await onPostgres((line) => tell(`PostgreSQL: ${line}`));
    const there = postgres ? said(postgres) : 'skipped, not installed';
    return {
      figure: sqlite.lost.length + (postgres?.lost.length ?? 0),
      note: `SQLite: ${said(sqlite)}; PostgreSQL: ${there}`,
    };
  },
};

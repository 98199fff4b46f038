import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { postgresPrograms, startCluster } from '#test/support/postgres.ts';

import { type Mailed, mailThroughCrashes } from './mail-crashes.ts';
import type { Proof } from './proof.ts';

const ROUNDS = 24;
const ROUNDS_ON_POSTGRES = 6;

async function onSqlite(tell: (line: string) => void): Promise<Mailed> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-mail-'));
  try {
    return await mailThroughCrashes(`file:${join(folder, 'guildhall.db')}`, ROUNDS, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(tell: (line: string) => void): Promise<Mailed | null> {
  if (!postgresPrograms()) return null;
  const { url, stop } = await startCluster();
  try {
    return await mailThroughCrashes(url, ROUNDS_ON_POSTGRES, tell);
  } finally {
    await stop();
  }
}

const said = ({ rounds, cutOff, acknowledged, twice }: Mailed) =>
  `${acknowledged} notices in ${rounds} rounds of kill -9, ${cutOff} of them with a letter half sent; ${twice} sent more than once`;

export const proof: Proof = {
  name: 'notices-lost',
  unit: 'notices whose mail never came',
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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { postgresPrograms, startCluster } from '#test/support/postgres.ts';

import { type DeadlineDay, deadlineDay, PEOPLE } from './deadline-day.ts';
import type { Proof } from './proof.ts';

const ROUNDS = 5;
const ROUNDS_ON_POSTGRES = 2;

async function onSqlite(tell: (line: string) => void): Promise<DeadlineDay> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-answers-'));
  try {
    return await deadlineDay(`file:${join(folder, 'guildhall.db')}`, ROUNDS, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(tell: (line: string) => void): Promise<DeadlineDay | null> {
  if (!postgresPrograms()) return null;
  const { url, stop } = await startCluster();
  try {
    return await deadlineDay(url, ROUNDS_ON_POSTGRES, tell);
  } finally {
    await stop();
  }
}

const said = ({ rounds, acknowledged, requests }: DeadlineDay) =>
  `${acknowledged} answers held (${requests} requests) of ${PEOPLE} people at once, in ${rounds} rounds of kill -9`;

/** Deadline day: every answer that was acknowledged is there after the app was killed, and nobody was refused. */
export const proof: Proof = {
  name: 'answers-lost',
  unit: 'answers lost, faults in the file',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const sqlite = await onSqlite(tell);
    const postgres = await onPostgres((line) => tell(`PostgreSQL: ${line}`));
    for (const day of [sqlite, postgres])
      if (day && day.acknowledged === 0) throw new Error('Nobody could answer anything.');
    const there = postgres ? `${said(postgres)}, of the app alone` : 'skipped, not installed';
    const note = `SQLite: ${said(sqlite)}; PostgreSQL: ${there}`;
    return { figure: sqlite.faults.length + (postgres?.faults.length ?? 0), note };
  },
};

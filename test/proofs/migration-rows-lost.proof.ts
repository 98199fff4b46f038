import { emptyPostgres, emptySqlite, type Empty } from '#test/db/empty-database.ts';
import { migrationsOf } from '#test/db/older-version.ts';
import { postgresPrograms, startCluster } from '#test/support/postgres.ts';

import { touchingEveryTable } from './made-up-migration.ts';
import type { Proof } from './proof.ts';
import { upgrade } from './upgrade.ts';

type Steps = { faults: number; rows: number; steps: number };

/** From every version to the next, and from the newest to one that touches every table, each on a database of its own. */
async function walk(open: () => Promise<Empty>, tell: (line: string) => void): Promise<Steps> {
  const walked = { faults: 0, rows: 0, steps: 0 };
  for (let step = 1; ; step += 1) {
    const empty = await open();
    try {
      const migrations = migrationsOf(empty.database.engine);
      const madeUp = step === migrations.length;
      const way = madeUp
        ? { from: step - 1, to: step - 1, more: touchingEveryTable }
        : { from: step - 1, to: step };
      const { faults, rows } = await upgrade(empty, way);
      for (const fault of faults)
        tell(`${empty.database.engine}, to ${migrations[step]?.tag ?? 'a made-up one'}: ${fault}`);
      walked.faults += faults.length;
      walked.rows += rows;
      walked.steps += 1;
      if (madeUp) return walked;
    } finally {
      await empty.discard();
    }
  }
}

export const proof: Proof = {
  name: 'migration-rows-lost',
  unit: 'rows lost or changed, references broken, triggers missing',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const sqlite = await walk(emptySqlite, tell);
    const said = ({ rows, steps }: Steps) => `${rows} rows in ${steps} ${steps === 1 ? 'step' : 'steps'}`;
    const cluster = postgresPrograms() ? await startCluster() : null;
    if (!cluster)
      return { figure: sqlite.faults, note: `SQLite: ${said(sqlite)}; PostgreSQL: skipped, not installed` };
    try {
      const postgres = await walk(() => emptyPostgres(cluster.url), tell);
      const note = `SQLite: ${said(sqlite)}; PostgreSQL: ${said(postgres)}; the last step touches every table`;
      return { figure: sqlite.faults + postgres.faults, note };
    } finally {
      await cluster.stop();
    }
  },
};

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { states } from '#app/champions/enrolment.ts';

import type { Proof } from './proof.ts';

type Total = { runs: number; attempts: number; enrolments: number; states: string[]; faults: string[] };

/**
 * Companies in which anybody tries anything, against the real storage: applying, agreeing, undoing, archiving squads,
 * closing accounts. A run that did not reach every state that there is proves nothing, and fails.
 */
export const proof: Proof = {
  name: 'enrolment-states',
  unit: 'undefined states reached',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-enrolment-'));
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(import.meta.dirname, 'enrolment-states-run.ts')],
        {
          env: {
            PATH: process.env.PATH,
            NODE_ENV: 'production',
            LOG: 'off',
            DATABASE_URL: `file:${join(folder, 'guildhall.db')}`,
            ORIGIN: 'http://guildhall.test',
          },
          maxBuffer: 50_000_000,
        },
      );
      const total = JSON.parse(stdout.trim().split('\n').at(-1)!) as Total;
      for (const fault of new Set(total.faults)) tell(fault);
      const unseen = states.filter((state) => !total.states.includes(state));
      if (unseen.length > 0) throw new Error(`Nothing came as far as: ${unseen.join(', ')}.`);
      const { runs, attempts, enrolments } = total;
      const note = `SQLite: ${attempts} attempts in ${runs} made-up companies, ${enrolments} enrolments, every state reached`;
      return { figure: total.faults.length, note };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

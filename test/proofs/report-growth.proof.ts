import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { insightSide } from '../../scripts/bench/insight-side.ts';
import type { Proof } from './proof.ts';

const toTenths = (value: number) => Math.round(value * 10) / 10;
const toHundredths = (value: number) => Math.round(value * 100) / 100;

export const proof: Proof = {
  name: 'report-growth',
  unit: 'times the cost',
  aim: 2,
  better: 'lower',
  async measure(tell) {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-proof-'));
    try {
      const { usual, large, pages, counting } = await insightSide(folder, { rounds: 5, seconds: 1 });
      const said = pages.map(
        ({ name, cpu_ms, cpu_ms_usual, cost }) =>
          `${name} ${toHundredths(cost)} (${toTenths(cpu_ms)} ms of CPU, ${toTenths(cpu_ms_usual)} ms)`,
      );
      for (const line of said) tell(line);
      const counts = `all months counted with ${toTenths(counting.large.cpu_ms / 1000)} s of CPU, ${toTenths(counting.usual.cpu_ms / 1000)} s`;
      return {
        figure: toHundredths(Math.max(...pages.map(({ cost }) => cost))),
        note: `${large.company.people} people over ${usual.company.people}, pages made anew: ${said.join('; ')}; ${counts}`,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

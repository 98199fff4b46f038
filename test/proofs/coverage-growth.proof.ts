import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { peopleSide } from '../../scripts/bench/people-side.ts';
import type { Proof } from './proof.ts';

const toTenths = (value: number) => Math.round(value * 10) / 10;
const toHundredths = (value: number) => Math.round(value * 100) / 100;

export const proof: Proof = {
  name: 'coverage-growth',
  unit: 'times the cost',
  aim: 2,
  better: 'lower',
  async measure(tell) {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-proof-'));
    try {
      const {
        usual,
        large,
        pages,
        after_a_change_ms: changed,
      } = await peopleSide(folder, {
        rounds: 5,
        seconds: 1,
      });
      const said = pages.map(
        ({ name, cpu_ms, cpu_ms_usual, cost }) =>
          `${name} ${toHundredths(cost)} (${toTenths(cpu_ms)} ms of CPU, ${toTenths(cpu_ms_usual)} ms)`,
      );
      for (const line of said) tell(line);
      const first = `first answer after a change ${toTenths(changed.large)} ms, ${toTenths(changed.usual)} ms`;
      return {
        figure: toHundredths(pages.find(({ name }) => name === 'coverage')!.cost),
        note: `${large.squads} squads over ${usual.squads}, pages made anew: ${said.join('; ')}; ${first}`,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

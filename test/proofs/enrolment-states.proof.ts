import { states } from '#app/champions/enrolment.ts';

import { inOwnHouse } from './in-own-house.ts';
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
    const total = await inOwnHouse<Total>('enrolment-states-run.ts');
    for (const fault of new Set(total.faults)) tell(fault);
    const unseen = states.filter((state) => !total.states.includes(state));
    if (unseen.length > 0) throw new Error(`Nothing came as far as: ${unseen.join(', ')}.`);
    const { runs, attempts, enrolments } = total;
    const note = `SQLite: ${attempts} attempts in ${runs} made-up companies, ${enrolments} enrolments, every state reached`;
    return { figure: total.faults.length, note };
  },
};

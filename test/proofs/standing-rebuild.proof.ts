import { inOwnHouse } from './in-own-house.ts';
import type { Proof } from './proof.ts';

type Rebuilt = {
  people: number;
  facts: number;
  undone: number;
  standings: number;
  /** how many of each state were compared */
  states: Record<string, number>;
  rebuildMs: number;
  differences: string[];
};

/**
 * Three years of a large company, kept as they went by; then what is kept is thrown away and built from facts alone. It
 * has to be what was kept, and what each person's own page says; and nobody may hear of it. A history in which a state
 * of a belt never came up proves nothing, and fails.
 */
export const proof: Proof = {
  name: 'standing-rebuild',
  unit: 'differences',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const rebuilt = await inOwnHouse<Rebuilt>('standing-rebuild-run.ts');
    for (const difference of rebuilt.differences.slice(0, 20)) tell(difference);
    const unseen = ['held', 'due', 'grace', 'lapsed'].filter((state) => !rebuilt.states[state]);
    if (unseen.length > 0) throw new Error(`Nobody's belt came to be: ${unseen.join(', ')}.`);
    const { people, facts, undone, standings, states, rebuildMs } = rebuilt;
    const by = Object.entries(states).map(([state, count]) => `${count} ${state}`);
    return {
      figure: rebuilt.differences.length,
      note: `SQLite: ${people} people, ${facts} facts, ${undone} of them undone; ${standings} standings (${by.join(', ')}); rebuilt in ${(rebuildMs / 1000).toFixed(1)} s`,
    };
  },
};

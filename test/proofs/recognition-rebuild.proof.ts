import { recognitionRules } from '#app/recognition/rules.server.ts';

import { inOwnHouse } from './in-own-house.ts';
import type { Proof } from './proof.ts';

type Rebuilt = {
  people: number;
  facts: number;
  undone: number;
  stand: number;
  /** grants that were undone as things went by */
  counterRows: number;
  /** how many of each rule were compared */
  byRule: Record<string, number>;
  /** how often progress was said */
  portions: number;
  rebuildMs: number;
  differences: string[];
};

/**
 * Three years of a large company, recognised as they went by; then made anew, first beside what is kept, and then from
 * nothing but facts. Both have to be what was kept, and nobody may hear of it. A history in which a rule never gave
 * anything, or nothing had to be undone, proves nothing, and fails.
 */
export const proof: Proof = {
  name: 'recognition-rebuild',
  unit: 'differences',
  aim: 0,
  better: 'lower',
  async measure(tell) {
    const rebuilt = await inOwnHouse<Rebuilt>('recognition-rebuild-run.ts');
    for (const difference of rebuilt.differences.slice(0, 20)) tell(difference);
    const unseen = recognitionRules().filter(({ key }) => !rebuilt.byRule[key]);
    if (unseen.length > 0) throw new Error(`Never given: ${unseen.map(({ key }) => key).join(', ')}.`);
    const { people, facts, undone, stand, counterRows, portions, rebuildMs } = rebuilt;
    if (counterRows === 0 || portions < 100) throw new Error('Nothing was undone, or no progress was said.');
    const rate = Math.round((people * 1000) / rebuildMs);
    return {
      figure: rebuilt.differences.length,
      note: `SQLite: ${people} people, ${facts} facts, ${undone} of them undone; ${stand} grants stand, ${counterRows} were undone; rebuilt in ${(rebuildMs / 1000).toFixed(1)} s, ${rate} people a second`,
    };
  },
};

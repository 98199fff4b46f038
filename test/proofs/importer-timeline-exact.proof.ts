import { timelines } from '#test/postmortems/import/hand-checked.ts';

import type { Proof } from './proof.ts';
import { shareExact } from './share-exact.ts';

export const proof: Proof = {
  name: 'importer-timeline-exact',
  unit: '% of documents',
  aim: 100,
  better: 'higher',
  async measure(tell) {
    const entries = 'entries, their times and how their texts begin';
    return shareExact(({ reading, json, expected }) => timelines(reading, json, expected), entries, tell);
  },
};

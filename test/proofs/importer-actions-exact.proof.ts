import { actions } from '#test/postmortems/import/hand-checked.ts';

import type { Proof } from './proof.ts';
import { shareExact } from './share-exact.ts';

export const proof: Proof = {
  name: 'importer-actions-exact',
  unit: '% of documents',
  aim: 100,
  better: 'higher',
  async measure(tell) {
    const items = 'action items, how their texts begin, whose they are and whether they are done';
    return shareExact(({ json, expected }) => actions(json, expected), items, tell);
  },
};

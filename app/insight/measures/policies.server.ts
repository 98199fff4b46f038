import { coverage as coverageNow } from '#app/champions/coverage.server.ts';
import type { SquadPolicy } from '#app/champions/coverage.ts';

import { shareCell } from '../cell.ts';
import type { Cell, Measure } from '../measure.ts';

const words: Record<SquadPolicy, string> = {
  'per-squad': 'Squads with the one champion that is asked of each',
  'per-developers': 'Squads with as many champions as their developers ask for',
};

/** Coverage against the policies of content/coverage.json. */
export const policies: Measure = {
  key: 'policies',
  name: 'Coverage against policy',
  definition:
    'Of the squads that a policy of content/coverage.json asks something of, the share that meets it now, and the share that is let off for a reason and a time. Squads that neither meet it nor are let off are short.',
  cannotTell:
    'How it stood before it was first counted here: waivers and stated sizes change, and are known as of now alone.',
  about: 'now',
  version: 1,
  shown: [],
  drawn: ['per-squad'],
  aims: () => [],
  async count(_span, now) {
    const { bySquadPolicy } = await coverageNow(now);
    return bySquadPolicy.flatMap(({ policy, met, waived, asked }): Cell[] => [
      shareCell({ key: policy, words: words[policy] }, met, asked),
      shareCell({ key: `${policy}-waived`, words: `${words[policy]}: let off` }, waived, asked),
    ]);
  },
};

import { Badge, type Tone } from '#app/ui/badge.tsx';

import type { Part, State } from './evidence.ts';
import { stateWords } from './evidence-words.ts';

const tones: Record<State, Tone> = {
  draft: 'plain',
  submitted: 'accent',
  returned: 'warn',
  approved: 'good',
  withdrawn: 'plain',
};

/** Where evidence stands, in the words of whoever looks. */
export function EvidenceBadge({ state, part = 'applicant' }: { state: State; part?: Part }) {
  const words = state === 'returned' && part !== 'applicant' ? 'Back with its author' : stateWords[state];
  return <Badge tone={tones[state]}>{words}</Badge>;
}

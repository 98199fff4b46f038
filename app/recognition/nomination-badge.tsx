import { Badge, type Tone } from '#app/ui/badge.tsx';

import type { State } from './nomination.ts';

const words: Record<State, [Tone, string]> = {
  open: ['accent', 'Waits to be decided'],
  given: ['good', 'Given'],
  declined: ['plain', 'Not this time'],
  withdrawn: ['plain', 'Withdrawn'],
  'taken-back': ['warn', 'Taken back'],
};

/** How a nomination stands. */
export function NominationBadge({ state }: { state: State }) {
  const [tone, said] = words[state];
  return <Badge tone={tone}>{said}</Badge>;
}

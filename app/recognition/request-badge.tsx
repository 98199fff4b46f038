import { Badge, type Tone } from '#app/ui/badge.tsx';

import type { State } from './reward-request.ts';

const words: Record<State, [Tone, string]> = {
  requested: ['accent', 'Asked for'],
  approved: ['good', 'Approved'],
  shipped: ['plain', 'Handed over or sent'],
  declined: ['plain', 'Not this time'],
  withdrawn: ['plain', 'Withdrawn'],
};

/** How a request stands. */
export function RequestBadge({ state }: { state: State }) {
  const [tone, said] = words[state];
  return <Badge tone={tone}>{said}</Badge>;
}

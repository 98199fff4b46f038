import { Badge } from '#app/ui/badge.tsx';

import type { State } from './concern.ts';

const looks = {
  open: ['warn', 'Waits for an answer'],
  answered: ['good', 'Answered'],
  closed: ['plain', 'Closed'],
} as const satisfies Record<State, readonly [string, string]>;

export function StateBadge({ state }: { state: State }) {
  const [tone, words] = looks[state];
  return <Badge tone={tone}>{words}</Badge>;
}

import { Badge } from '#app/ui/badge.tsx';

import type { State } from './meeting.ts';

type Props = { state: State; isMoved?: boolean; isExtra?: boolean };

/** What is out of the ordinary about a meeting, in a word. */
export function StateBadge({ state, isMoved = false, isExtra = false }: Props) {
  if (state === 'running') return <Badge tone="accent">Under way</Badge>;
  if (state === 'skipped') return <Badge tone="warn">Skipped</Badge>;
  if (state === 'ended') return null;
  return isMoved ? <Badge>Moved</Badge> : isExtra ? <Badge>Extra</Badge> : null;
}

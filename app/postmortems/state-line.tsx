import { SeverityBadge } from '#app/action-items/item-badges.tsx';
import { Badge } from '#app/ui/badge.tsx';

import { type Kind, kindWords, type Reach, type State, stateWords } from './postmortem.ts';

type Shown = { state: State; kind: Kind; severity: number | null; reach: Reach };

/** Where a postmortem stands, in a few words. */
export function StateLine({ state, kind, severity, reach }: Shown) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={state === 'published' ? 'good' : state === 'in-review' ? 'accent' : 'plain'}>
        {stateWords[state]}
      </Badge>
      {reach === 'private' && <Badge tone="warn">Private</Badge>}
      <SeverityBadge severity={severity} />
      <span className="text-sm text-soft">{kindWords[kind]}</span>
    </span>
  );
}

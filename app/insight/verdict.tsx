import { Badge, type Tone } from '#app/ui/badge.tsx';

import { type Judged, verdictWords } from './aim.ts';

const tones: Record<Judged['verdict'], Tone> = { met: 'good', missed: 'warn', open: 'plain' };

/** How a figure stands to its target, as a word. */
export function Verdict({ verdict }: Pick<Judged, 'verdict'>) {
  return <Badge tone={tones[verdict]}>{verdictWords[verdict]}</Badge>;
}

import { Badge } from '#app/ui/badge.tsx';

import { type State, stateWords } from './question.ts';

const tones = { open: 'warn', answered: 'good', closed: 'plain' } as const satisfies Record<State, string>;

/** Where a question stands. */
export const QuestionBadge = ({ state }: { state: State }) => (
  <Badge tone={tones[state]}>{stateWords[state]}</Badge>
);

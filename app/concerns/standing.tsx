import { Moment } from '#app/ui/moment.tsx';
import { Card } from '#app/ui/page.tsx';

import { isTop, type Level, type State } from './concern.ts';
import { StateBadge } from './state-badge.tsx';
import { Way } from './way-picture.tsx';
import { holderWords, wayOf } from './way.ts';

type Props = {
  concern: { state: State; level: Level; levelSince: number; dueAt: number | null };
  squad: string | null;
  holder: string | null;
  standsInFor: string | null;
  waitsUntil: number | null;
  steps: { level: Level }[];
};

/** Where a concern stands, since when, and when it moves on by itself. */
export function Standing({ concern, squad, holder, standsInFor, waitsUntil, steps }: Props) {
  const { state, level, levelSince, dueAt } = concern;
  const who = holderWords({ level, holder, standsInFor });
  return (
    <Card aria-labelledby="standing">
      <h2 id="standing" className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-serif text-xl font-semibold">Where it stands</span>
        <StateBadge state={state} />
      </h2>
      <p>
        {state === 'closed' ? 'It was last with ' : 'It is with '}
        {who}, since <Moment at={levelSince} className="whitespace-nowrap" />.
      </p>
      {dueAt !== null && (
        <p className="mt-2 text-sm text-soft">
          {waitsUntil === null ? (
            <>
              Without an answer it moves up by itself on{' '}
              <Moment at={dueAt} className="font-medium whitespace-nowrap text-ink" />.
            </>
          ) : (
            <>
              {holder} is away until <Moment at={waitsUntil} className="whitespace-nowrap" />, and nobody
              stands in: its clock waits. After that it moves up by itself on{' '}
              <Moment at={dueAt} className="font-medium whitespace-nowrap text-ink" />.
            </>
          )}
        </p>
      )}
      {state === 'open' && isTop(level) && (
        <p className="mt-2 text-sm text-soft">
          This is the end of the chain: it stays here until the security team answers.
        </p>
      )}
      <Way stops={wayOf(level, steps)} squad={squad} />
    </Card>
  );
}

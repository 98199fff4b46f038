import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';

import { ChainList } from './chain-list.tsx';
import type { Loop } from './loop.server.ts';

/** The chain below a postmortem, on the page and on paper. */
export function LoopSection({ id, loop }: { id: string; loop: Pick<Loop, 'steps' | 'time'> }) {
  return (
    <section aria-labelledby="loop" className="mt-10 max-w-4xl break-before-auto space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="loop" className="font-serif text-2xl font-semibold">
          From this to its lessons
        </h2>
        <span className="no-print">
          <ButtonLink to={paths.postmortemLoop(id)} weight="quiet">
            The whole chain
          </ButtonLink>
        </span>
      </div>
      <div className="rounded-lg border border-line bg-surface p-5">
        <ChainList steps={loop.steps} time={loop.time} />
      </div>
    </section>
  );
}

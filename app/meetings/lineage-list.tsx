import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import type { ItemState } from './agenda.ts';
import { meetingWords } from './item-words.ts';
import type { lineageOf } from './lineage.server.ts';

type Props = {
  lineage: Awaited<ReturnType<typeof lineageOf>>;
  here: string;
  series: { id: string; name: string };
};

const words: Record<ItemState, string> = {
  open: 'to come',
  done: 'had',
  carried: 'not reached',
  withdrawn: 'withdrawn',
};

/** Where something has stood so far, oldest first. */
export function LineageList({ lineage, here, series }: Props) {
  if (lineage.length === 0) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage" className="mb-2 font-semibold">
        Where it has been
      </h2>
      <ol className="space-y-1 text-sm">
        {lineage.map(({ id, state, meeting }) => (
          <li key={id}>
            <Link
              to={meeting ? paths.agenda(meeting.id) : paths.proposals(series.id)}
              aria-current={id === here ? 'true' : undefined}
              className="text-accent underline underline-offset-4"
            >
              {meeting ? meetingWords(meeting) : `Proposals for ${series.name}`}
            </Link>
            <span className="text-soft">: {meeting ? words[state] : 'waiting'}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

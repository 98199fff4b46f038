import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Moment } from '#app/ui/moment.tsx';

import type { Level, State } from './concern.ts';
import { StateBadge } from './state-badge.tsx';
import { holderWords } from './way.ts';

type Listed = {
  id: string;
  title: string;
  state: State;
  level: Level;
  levelSince: number;
  dueAt: number | null;
  squad: string | null;
  holder: string | null;
  standsInFor: string | null;
};

/** Concerns, each with where it stands and since when. */
export function ConcernList({ concerns }: { concerns: Listed[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {concerns.map((concern) => (
        <li key={concern.id} className="flex flex-wrap items-start gap-x-6 gap-y-1 px-5 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <Link
              to={paths.concern(concern.id)}
              className="line-clamp-2 font-medium wrap-anywhere hover:underline"
            >
              {concern.title}
            </Link>
            <p className="text-sm text-soft">
              {concern.squad && `${concern.squad} · `}
              {concern.state === 'closed' ? 'was with ' : 'with '}
              {holderWords(concern)}, since <Moment at={concern.levelSince} />
            </p>
          </div>
          <div className="text-sm sm:text-right">
            <StateBadge state={concern.state} />
            {concern.dueAt !== null && (
              <p className="mt-0.5 text-soft">
                Moves up <Moment at={concern.dueAt} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

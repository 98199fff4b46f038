import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Moment } from '#app/ui/moment.tsx';

import { EvidenceBadge } from './evidence-badge.tsx';
import type { State } from './evidence.ts';

type Own = { id: string; what: string; belt: string | null; state: State; createdAt: number };

/** What somebody brought themselves, the newest first. */
export function EvidenceOwn({ evidence }: { evidence: Own[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {evidence.map(({ id, what, belt, state, createdAt }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-5 py-3">
          <div className="min-w-0">
            <Link to={paths.evidence(id)} className="font-medium wrap-anywhere hover:underline">
              {what}
            </Link>
            <p className="text-sm text-soft">
              {belt && `${belt}, `}begun <Moment at={createdAt} />
            </p>
          </div>
          <EvidenceBadge state={state} />
        </li>
      ))}
    </ul>
  );
}

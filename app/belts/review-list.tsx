import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Moment } from '#app/ui/moment.tsx';

import type { Kind } from './evidence.ts';

type Review = {
  id: string;
  what: string;
  belt: string | null;
  kind: Kind;
  person: string;
  submittedAt: number;
  isAgain: boolean;
  approvals: number;
};

/** What waits for somebody's eyes, the longest waiting first. */
export function ReviewList({ reviews, assessors }: { reviews: Review[]; assessors: number }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {reviews.map(({ id, what, belt, kind, person, submittedAt, isAgain, approvals }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-6 gap-y-1 px-5 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <Link to={paths.evidence(id)} className="font-medium wrap-anywhere hover:underline">
              {what}
            </Link>
            <p className="text-sm text-soft">
              {person}, <Moment at={submittedAt} />
            </p>
          </div>
          <p className="flex flex-wrap gap-2">
            {belt && <Badge>{belt}</Badge>}
            {kind === 'equivalent' && <Badge>Shown elsewhere</Badge>}
            {isAgain && <Badge tone="accent">Submitted anew</Badge>}
            <Badge tone={approvals > 0 ? 'good' : 'plain'}>
              {approvals} of {assessors} approvals
            </Badge>
          </p>
        </li>
      ))}
    </ul>
  );
}

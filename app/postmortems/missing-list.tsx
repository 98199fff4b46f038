import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import { type Missing, missingWords } from './postmortem.ts';

const place: Record<Missing, string> = {
  'no-timeline': 'timeline',
  'no-cause': 'root-cause',
  'action-without-owner': 'action-items',
};

/** What is missing before publishing, each with the way to it for who may edit (null: may not). */
export function MissingList({ missing, postmortemId }: { missing: Missing[]; postmortemId: string | null }) {
  return (
    <ul className="space-y-2">
      {missing.map((one) => (
        <li key={one} className="flex gap-2" data-missing={one}>
          <span aria-hidden="true">○</span>
          <span>
            {missingWords[one]}{' '}
            {postmortemId !== null && (
              <Link
                to={`${paths.editPostmortem(postmortemId)}#${place[one]}`}
                className="text-accent underline underline-offset-4"
              >
                Go there
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

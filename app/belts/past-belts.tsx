import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

import type { PastBelt } from './path.ts';

/** What somebody earned of belts that there are no more: it stays their history. */
export function PastBelts({ past, zone }: { past: PastBelt[]; zone: string }) {
  if (past.length === 0) return null;
  return (
    <Card aria-labelledby="past" className="mt-6">
      <h2 id="past" className="font-serif text-xl font-semibold">
        Earned before
      </h2>
      <p className="mt-2 text-soft">
        These belts are no longer part of the way. That they were earned stays.
      </p>
      <ul className="mt-2">
        {past.map(({ id, belt, earnedAt }) => (
          <li key={id}>
            <Link to={paths.promotion(id)} className="text-accent underline underline-offset-4">
              {belt}, earned on {day(earnedAt, zone)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

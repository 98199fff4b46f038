import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/page.tsx';
import { Moment } from '#app/ui/moment.tsx';

type Side = { name: string; approved: string | null };
type Pair = { at: number; one: Side; other: Side };

/** For organisers: who approved each other's work within a year. */
export function ReciprocalCard({ pairs }: { pairs: Pair[] }) {
  return (
    <Card id="both-ways" aria-labelledby="both-ways-heading" className="space-y-3">
      <h2 id="both-ways-heading" className="font-serif text-xl font-semibold">
        Looked at each other’s work
      </h2>
      <p className="text-sm text-soft">
        {pairs.length === 0
          ? 'Nobody has, within a year. Should two people approve each other’s work, organisers are told here.'
          : 'Within a year. Nothing is wrong with that; a third pair of eyes may do good. Only organisers see this.'}
      </p>
      <ul className="space-y-3">
        {pairs.map(({ at, one, other }) => (
          <li key={`${one.name} ${other.name} ${at}`}>
            <p>
              <span className="font-medium">{one.name}</span> and{' '}
              <span className="font-medium">{other.name}</span>
            </p>
            <p className="text-sm text-soft">
              <Moment at={at} />
              {[one, other].map(
                ({ name, approved }) =>
                  approved && (
                    <span key={name}>
                      {' · '}
                      <Link
                        to={paths.evidence(approved)}
                        className="text-accent underline underline-offset-4"
                      >
                        approved by {name}
                      </Link>
                    </span>
                  ),
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

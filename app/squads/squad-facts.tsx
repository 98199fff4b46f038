import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Card } from '#app/ui/page.tsx';

import { criticalityWord } from './criticality.ts';
import type { Developers } from './squad-roles.server.ts';
import { type SquadRole, squadRoleWords } from './squad-role.ts';

type Props = {
  area: string | null;
  criticality: number | null;
  developers: Developers;
  roles: {
    id: string;
    role: SquadRole;
    personId: string;
    name: string;
    since: string;
    until: string | null;
  }[];
};

/** What a squad is, and who is what to it since when. */
export function SquadFacts({ area, criticality, developers, roles }: Props) {
  const word = criticalityWord(criticality);
  return (
    <Card aria-label="What it is" className="space-y-4">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        <Fact name="Area">{area ?? <Unsaid />}</Fact>
        <Fact name="Developers">
          {developers.developers} {!developers.stated && <span className="text-sm text-soft">counted</span>}
        </Fact>
        <Fact name="Criticality">
          {word ? (
            <Badge tone={criticality === 1 ? 'alert' : criticality === 2 ? 'warn' : 'plain'}>{word}</Badge>
          ) : (
            <Unsaid />
          )}
        </Fact>
      </dl>
      {roles.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {roles.map(({ id, role, personId, name, since, until }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2">
              <span>
                <Link
                  to={paths.person(personId)}
                  className="font-medium text-accent underline-offset-4 hover:underline"
                >
                  {name}
                </Link>{' '}
                <span className="text-soft">{squadRoleWords[role]}</span>
              </span>
              <span className="text-sm text-soft">
                since {since}
                {until && `, until ${until}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{name}</dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

const Unsaid = () => <span className="text-soft">not said</span>;

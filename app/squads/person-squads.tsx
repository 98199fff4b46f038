import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import { type SquadRole, squadRoleWords } from './squad-role.ts';

type Time = { id: string; squadId: string; squad: string; from: string; until: string | null };
type Held = Time & { role: SquadRole; over: boolean };

/** The squads a person is in and was in, what they are to squads, and who manages them. */
export function PersonSquads({
  personId,
  times,
  roles,
  manager,
  mayArrange,
}: {
  personId: string;
  times: Time[];
  roles: Held[];
  manager: { id: string; name: string; since: string } | null;
  mayArrange: boolean;
}) {
  const [now, before] = [times.filter((one) => !one.until), times.filter((one) => one.until)];
  const [held, over] = [roles.filter((one) => !one.over), roles.filter((one) => one.over)];
  return (
    <Card aria-labelledby="squads">
      <h2 id="squads" className="mb-3 font-serif text-xl font-semibold">
        Squads
      </h2>
      {now.length + held.length === 0 && <p className="text-soft">In no squad so far.</p>}
      <ul className="divide-y divide-line">
        {now.map((time) => (
          <Line key={time.id} {...time} />
        ))}
        {held.map(({ role, ...time }) => (
          <Line key={time.id} {...time}>
            {squadRoleWords[role]}
          </Line>
        ))}
      </ul>
      {before.length + over.length > 0 && (
        <details className="mt-3">
          <summary className="text-sm text-soft">Before</summary>
          <ul className="mt-1 text-sm text-soft">
            {[...before, ...over].map((time) => (
              <li key={time.id}>
                {time.squad}
                {'role' in time && `, ${squadRoleWords[time.role as SquadRole]}`}, {time.from} to {time.until}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p>
          <span className="text-sm text-soft">Manager</span>
          <br />
          {manager ? (
            <>
              <Link to={paths.person(manager.id)} className="text-accent underline underline-offset-4">
                {manager.name}
              </Link>{' '}
              <span className="text-sm text-soft">since {manager.since}</span>
            </>
          ) : (
            'Nobody is named'
          )}
        </p>
        {mayArrange && <ButtonLink to={paths.personManager(personId)}>Name a manager</ButtonLink>}
      </div>
    </Card>
  );
}

function Line({ squadId, squad, from, until, children }: Time & { children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3 py-2">
      <span>
        <Link
          to={paths.squad(squadId)}
          className="font-medium text-accent underline-offset-4 hover:underline"
        >
          {squad}
        </Link>{' '}
        {children && <span className="text-soft">{children}</span>}
      </span>
      <span className="text-sm text-soft">
        since {from}
        {until && `, until ${until}`}
      </span>
    </li>
  );
}

import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';

type Member = { id: string; name: string; since: string };
type Former = { id: string; personId: string; name: string; from: string; until: string };

/** Who belongs to a squad and, folded away, who did. */
export function MemberList({
  squadId,
  members,
  former,
  mayArrange,
}: {
  squadId: string;
  members: Member[];
  former: Former[];
  mayArrange: boolean;
}) {
  return (
    <>
      {members.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {members.map(({ id, name, since }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
              <div className="min-w-0">
                <Link
                  to={paths.person(id)}
                  className="font-medium text-accent underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
                <p className="text-sm text-soft">Since {since}</p>
              </div>
              {mayArrange && (
                <Form method="post" action={paths.squadMember(squadId, id)}>
                  <Button aria-label={`Remove ${name}`}>Remove</Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {former.length > 0 && (
        <details className="mt-3">
          <summary className="text-sm text-soft">Here before</summary>
          <ul className="mt-1 text-sm text-soft">
            {former.map(({ id, personId, name, from, until }) => (
              <li key={id}>
                <Link to={paths.person(personId)} className="underline-offset-4 hover:underline">
                  {name}
                </Link>
                , {from} to {until}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';

import { type AnyRole, roleWords } from './any-role.ts';

type Listed = {
  id: string;
  personId: string;
  name: string;
  squadId: string | null;
  squad: string | null;
  since: string;
  begins: boolean;
  givenBy: string | null;
  endedBy: string | null;
  until: string | null;
};

/** Somebody who holds or held a role: since when, until when, and who saw to it. */
export function RoleHolder({ role, mayEnd, ...one }: Listed & { role: AnyRole; mayEnd: boolean }) {
  const link = 'text-accent underline-offset-4 hover:underline';
  const held = `${roleWords[role]}${one.squad ? ` of ${one.squad}` : ''}`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
      <div className="min-w-0">
        <p>
          <Link to={paths.person(one.personId)} className={`font-medium ${link}`}>
            {one.name}
          </Link>
          {one.squadId && (
            <>
              {' '}
              <Link to={paths.squad(one.squadId)} className={`ml-1 text-sm ${link}`}>
                {one.squad}
              </Link>
            </>
          )}{' '}
          {one.begins && <Badge>begins later</Badge>}
        </p>
        <p className="text-sm text-soft">
          {one.begins ? 'From' : 'Since'} {one.since}
          {one.until && `, until ${one.until}`}
          {one.givenBy && `; given by ${one.givenBy}`}
          {one.endedBy && `; ended by ${one.endedBy}`}
        </p>
      </div>
      {mayEnd && (
        <Form
          method="post"
          action={one.squadId ? paths.roleEnding(one.id) : paths.personRole(one.personId, role)}
        >
          <Button aria-label={`End the role of ${one.name} as ${held}`}>End</Button>
        </Form>
      )}
    </li>
  );
}

import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import { type GivenRole, givenRoles } from './permissions.ts';

type Held = {
  role: GivenRole;
  since: string;
  givenBy: string | null;
  until: string | null | 0;
  endedBy: string | null;
};

/** The roles a person holds and held; with `mayGive`, the forms to give and end them. */
export function PersonRoles({
  person,
  roles,
  mayGive,
}: {
  person: { id: string; name: string; joined: string };
  roles: Held[];
  mayGive: boolean;
}) {
  const now = roles.filter((one) => !one.until);
  const before = roles.filter((one) => one.until);
  const missing = givenRoles.filter((role) => !now.some((one) => one.role === role));
  return (
    <Card aria-labelledby="roles">
      <h2 id="roles" className="mb-3 font-serif text-xl font-semibold">
        Roles
      </h2>
      <ul className="divide-y divide-line">
        <li className="py-2">
          <p className="font-medium">Member</p>
          <p className="text-sm text-soft">Since {person.joined}</p>
        </li>
        {now.map(({ role, since, givenBy }) => (
          <li key={role} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <div>
              <p className="font-medium">{called(role)}</p>
              <p className="text-sm text-soft">
                Since {since}
                {givenBy ? `, given by ${givenBy}` : ', by setting Guildhall up'}
              </p>
            </div>
            {mayGive && (
              <Form method="post" action={paths.personRole(person.id, role)}>
                <Button aria-label={`End the role of ${role}`}>End</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {before.length > 0 && (
        <details className="mt-3">
          <summary className="text-sm text-soft">Held before</summary>
          <ul className="mt-1 text-sm">
            {before.map(({ role, since, until, endedBy }) => (
              <li key={`${role} ${since} ${until}`}>
                {called(role)}, {since} to {until}
                {endedBy && `, ended by ${endedBy}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayGive && missing.length > 0 && (
        <div className="mt-4 flex flex-wrap gap-2">
          {missing.map((role) => (
            <Form key={role} method="post" action={paths.personRoles(person.id)}>
              <Button name="role" value={role}>
                Make {role}
              </Button>
            </Form>
          ))}
        </div>
      )}
    </Card>
  );
}

const called = (role: GivenRole) => role[0]!.toUpperCase() + role.slice(1);

import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { personById } from '#app/accounts/people.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { PersonAccess } from '#app/accounts/person-access.tsx';
import { PersonRoles } from '#app/accounts/person-roles.tsx';
import { rolesOf } from '#app/accounts/roles.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';
import { squadsOf } from '#app/squads/squads.server.ts';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = ({ data }: { data?: { person: { name: string } } }) => [
  { title: `${data?.person.name ?? 'People'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-people');
  const person = await personById(args.params.id!);
  if (!person) throw data(null, { status: 404 });
  const [roles, squads, zone] = await Promise.all([rolesOf(person.id), squadsOf(person.id), zoneHere()]);
  const { id, name, email, joinedAt, deactivatedAt } = person;
  return {
    person: { id, name, email, joined: day(joinedAt, zone), left: deactivatedAt && day(deactivatedAt, zone) },
    roles: roles.map(({ role, assumedAt, assumedBy, renouncedAt, renouncedBy }) => ({
      role,
      since: day(assumedAt, zone),
      givenBy: assumedBy,
      until: renouncedAt && day(renouncedAt, zone),
      endedBy: renouncedBy,
    })),
    squads,
    mayGiveRoles: may(viewer, 'give-roles'),
    mayManageAccess: may(viewer, 'deactivate-people'),
    isOneself: viewer.id === person.id,
  };
}

export default function Person() {
  const { person, roles, squads, mayGiveRoles, mayManageAccess, isOneself } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={person.name} lead={person.email} above={<Up to={paths.people()}>People</Up>} />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        {person.left && (
          <div className="lg:col-span-2">
            <Callout tone="warn">
              This account was deactivated on {person.left}. What {person.name} did stays.
            </Callout>
          </div>
        )}
        <PersonRoles person={person} roles={roles} mayGive={mayGiveRoles && !person.left} />
        <Card aria-labelledby="squads">
          <h2 id="squads" className="mb-3 font-serif text-xl font-semibold">
            Squads
          </h2>
          {squads.length === 0 ? (
            <p className="text-soft">In no squad so far.</p>
          ) : (
            <ul className="space-y-1">
              {squads.map(({ id, name }) => (
                <li key={id}>
                  <Link to={paths.squad(id)} className="text-accent underline-offset-4 hover:underline">
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Card>
        {mayManageAccess && <PersonAccess person={person} isOneself={isOneself} />}
      </div>
    </>
  );
}

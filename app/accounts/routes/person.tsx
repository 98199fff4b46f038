import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { personById } from '#app/accounts/people.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { PersonAccess } from '#app/accounts/person-access.tsx';
import { PersonRoles } from '#app/accounts/person-roles.tsx';
import { rolesOf } from '#app/accounts/roles.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { visibleGrowth } from '#app/belts/growth.server.ts';
import { paths } from '#app/paths.ts';
import { PersonWall } from '#app/recognition/person-wall.tsx';
import { wallOf } from '#app/recognition/wall.server.ts';
import { lineManagerOf } from '#app/squads/managers.server.ts';
import { timesOf } from '#app/squads/members.server.ts';
import { PersonSquads } from '#app/squads/person-squads.tsx';
import { squadRolesOf } from '#app/squads/role-lists.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = ({ data }: { data?: { person: { name: string } } }) => [
  { title: `${data?.person.name ?? 'People'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-people');
  const person = await personById(args.params.id!);
  if (!person) throw data(null, { status: 404 });
  const [roles, times, squadRoles, manager, growth, zone, onWall] = await Promise.all([
    rolesOf(person.id),
    timesOf(person.id),
    squadRolesOf(person.id),
    lineManagerOf(person.id),
    visibleGrowth(viewer, person.id),
    zoneHere(),
    wallOf(viewer, person.id),
  ]);
  const now = Date.now();
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
    times: times.map(({ id, squadId, squad, from, until }) => ({
      id,
      squadId,
      squad,
      from: day(from, zone),
      until: until === null ? null : day(until, zone),
    })),
    squadRoles: squadRoles.map(({ id, squadId, squad, role, assumedAt, until }) => ({
      id,
      squadId,
      squad,
      role,
      from: day(assumedAt, zone),
      until: until === null ? null : day(until, zone),
      over: until !== null && until <= now,
    })),
    manager: manager && { id: manager.id, name: manager.name, since: day(manager.since, zone) },
    mayArrange: may(viewer, 'arrange-squads'),
    mayGiveRoles: may(viewer, 'give-roles'),
    mayManageAccess: may(viewer, 'deactivate-people'),
    isOneself: viewer.id === person.id,
    seesBelts: growth !== null,
    onWall,
  };
}

export default function Person() {
  const {
    person,
    roles,
    times,
    squadRoles,
    manager,
    mayArrange,
    mayGiveRoles,
    mayManageAccess,
    isOneself,
    seesBelts,
    onWall,
  } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={person.name}
        lead={person.email}
        above={<Up to={paths.people()}>People</Up>}
        actions={
          <>
            {!isOneself && !person.left && (
              <ButtonLink to={paths.newThanks(person.id)}>Say thank you</ButtonLink>
            )}
            {seesBelts && <ButtonLink to={paths.personBelts(person.id)}>Belts</ButtonLink>}
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        {person.left && (
          <div className="lg:col-span-2">
            <Callout tone="warn">
              This account was deactivated on {person.left}. What {person.name} did stays.
            </Callout>
          </div>
        )}
        <PersonRoles person={person} roles={roles} mayGive={mayGiveRoles && !person.left} />
        <PersonSquads
          personId={person.id}
          times={times}
          roles={squadRoles}
          manager={manager}
          mayArrange={mayArrange && !person.left}
        />
        {mayManageAccess && <PersonAccess person={person} isOneself={isOneself} />}
        {onWall.length > 0 && <PersonWall name={person.name} shown={onWall} />}
      </div>
    </>
  );
}

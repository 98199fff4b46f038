import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { findPeople } from '#app/accounts/people.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { searchedFor } from '#app/http/searched-for.ts';
import { paths } from '#app/paths.ts';
import { GoalCard } from '#app/recognition/goal-card.tsx';
import { goalCardOf } from '#app/recognition/goal-page.server.ts';
import { AddMember } from '#app/squads/add-member.tsx';
import { MemberList } from '#app/squads/member-list.tsx';
import { formerTimesIn, membersOf } from '#app/squads/members.server.ts';
import { SquadFacts } from '#app/squads/squad-facts.tsx';
import { developersOf, rolesInSquad } from '#app/squads/squad-roles.server.ts';
import { squadById } from '#app/squads/squads.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = ({ data }: { data?: { squad: { name: string } } }) => [
  { title: `${data?.squad.name ?? 'Squads'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-squads');
  const squad = await squadById(args.params.id!);
  if (!squad) throw data(null, { status: 404 });
  const mayArrange = may(viewer, 'arrange-squads');
  const search = searchedFor(args.request, 'who');
  const [members, former, roles, developers, zone, found, goal] = await Promise.all([
    membersOf(squad.id),
    formerTimesIn(squad.id),
    rolesInSquad(squad.id, Date.now()),
    developersOf([squad.id]),
    zoneHere(),
    mayArrange && search ? findPeople(search) : null,
    goalCardOf(viewer, squad.id, Date.now()),
  ]);
  if (goal) args.context.keptNowhere = true;
  const inside = new Set(members.map((member) => member.id));
  const { id, name, area, criticality } = squad;
  return {
    squad: { id, name, archived: squad.archivedAt && day(squad.archivedAt, zone) },
    facts: {
      area,
      criticality,
      developers: developers.get(id)!,
      roles: roles.map(({ id, role, personId, name, since, endsAt }) => ({
        id,
        role,
        personId,
        name,
        since: day(since, zone),
        until: endsAt === null ? null : day(endsAt, zone),
      })),
    },
    members: members.map(({ id, name, joinedAt }) => ({ id, name, since: day(joinedAt, zone) })),
    former: former.map(({ id, personId, name, from, until, goneAt }) => ({
      id,
      personId,
      name,
      from: day(from, zone),
      until: day(until ?? goneAt!, zone),
    })),
    goal: goal && { maySet: goal.maySet, goal: goal.goal },
    mayArrange,
    search,
    found: found?.map((person) => ({ ...person, isMember: inside.has(person.id) })) ?? null,
  };
}

export default function Squad() {
  const { squad, facts, members, former, goal, mayArrange, search, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={squad.name}
        above={<Up to={paths.squads()}>Squads</Up>}
        actions={mayArrange && <ButtonLink to={paths.editSquad(squad.id)}>Edit</ButtonLink>}
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        {squad.archived && (
          <div className="lg:col-span-2">
            <Callout tone="warn">This squad was archived on {squad.archived}. What it did stays.</Callout>
          </div>
        )}
        <div className="grid gap-6">
          <SquadFacts {...facts} />
          {goal && <GoalCard squadId={squad.id} {...goal} link />}
          <section aria-labelledby="members">
            <h2 id="members" className="mb-3 font-serif text-xl font-semibold">
              Members
              {members.length > 0 && <span className="ml-2 text-base text-soft">{members.length}</span>}
            </h2>
            {members.length === 0 && (
              <Empty title="Nobody is in this squad">
                <p>
                  {mayArrange
                    ? 'Find somebody by their name and add them.'
                    : 'An organiser adds people to it.'}
                </p>
              </Empty>
            )}
            <MemberList squadId={squad.id} members={members} former={former} mayArrange={mayArrange} />
          </section>
        </div>
        {mayArrange && (
          <div className="grid gap-6">
            {!squad.archived && <AddMember squadId={squad.id} search={search} found={found} />}
            <Form method="post" action={paths.squadArchival(squad.id)}>
              {squad.archived && <input type="hidden" name="undo" value="yes" />}
              <Button>{squad.archived ? 'Bring it back' : 'Archive the squad'}</Button>
            </Form>
          </div>
        )}
      </div>
    </>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { findPeople } from '#app/accounts/people.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { AddMember } from '#app/squads/add-member.tsx';
import { membersOf } from '#app/squads/members.server.ts';
import { isTakenWords, squadName } from '#app/squads/squad.ts';
import { renameSquad, squadById } from '#app/squads/squads.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = ({ data }: { data?: { squad: { name: string } } }) => [
  { title: `${data?.squad.name ?? 'Squads'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-squads');
  const squad = await squadById(args.params.id!);
  if (!squad) throw data(null, { status: 404 });
  const mayArrange = may(viewer, 'arrange-squads');
  const search = (new URL(args.request.url).searchParams.get('who') ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, 100);
  const [members, zone, found] = await Promise.all([
    membersOf(squad.id),
    zoneHere(),
    mayArrange && search ? findPeople(search) : null,
  ]);
  const inside = new Set(members.map((member) => member.id));
  return {
    squad: { id: squad.id, name: squad.name, archived: squad.archivedAt && day(squad.archivedAt, zone) },
    members: members.map(({ joinedAt, ...person }) => ({ ...person, since: day(joinedAt, zone) })),
    mayArrange,
    search,
    found: found?.map((person) => ({ ...person, isMember: inside.has(person.id) })) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-squads');
  const id = args.params.id!;
  if (!(await squadById(id))) throw data(null, { status: 404 });
  const read = await readForm(args.request, z.object({ name: squadName }));
  if ('refused' in read) return data(read.refused, { status: 422 });
  const { name } = read.value;
  const renamed = await renameSquad(viewer, id, name, Date.now());
  if ('refused' in renamed)
    return data({ errors: { name: isTakenWords }, values: { name } }, { status: 422 });
  return redirectSaying(paths.squad(id), {
    text: `${renamed.before} is called ${name} from now on.`,
    undo: { action: paths.squad(id), fields: { name: renamed.before } },
  });
}

export default function Squad() {
  const { squad, members, mayArrange, search, found } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={squad.name} above={<Up to={paths.squads()}>Squads</Up>} />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        {squad.archived && (
          <div className="lg:col-span-2">
            <Callout tone="warn">This squad was archived on {squad.archived}. What it did stays.</Callout>
          </div>
        )}
        <section aria-labelledby="members">
          <h2 id="members" className="mb-3 font-serif text-xl font-semibold">
            Members{members.length > 0 && <span className="ml-2 text-base text-soft">{members.length}</span>}
          </h2>
          {members.length === 0 ? (
            <Empty title="Nobody is in this squad">
              <p>
                {mayArrange ? 'Find somebody by their name and add them.' : 'An organiser adds people to it.'}
              </p>
            </Empty>
          ) : (
            <Members squadId={squad.id} members={members} mayArrange={mayArrange} />
          )}
        </section>
        {mayArrange && (
          <div className="grid gap-6">
            {!squad.archived && <AddMember squadId={squad.id} search={search} found={found} />}
            <Arrange squad={squad} />
          </div>
        )}
      </div>
    </>
  );
}

type Member = { id: string; name: string; email: string; since: string };

function Members({
  squadId,
  members,
  mayArrange,
}: {
  squadId: string;
  members: Member[];
  mayArrange: boolean;
}) {
  return (
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
  );
}

function Arrange({ squad }: { squad: { id: string; name: string; archived: string | null | 0 } }) {
  const refused = useActionData<typeof action>();
  return (
    <Card aria-labelledby="arrange" className="space-y-5">
      <h2 id="arrange" className="font-serif text-xl font-semibold">
        The squad itself
      </h2>
      <Form method="post" className="space-y-3">
        <TextField
          key={squad.name}
          label="Name"
          name="name"
          required
          autoComplete="off"
          defaultValue={refused?.values.name ?? squad.name}
          error={refused?.errors.name}
        />
        <Button>Rename</Button>
      </Form>
      <Form method="post" action={paths.squadArchival(squad.id)}>
        {squad.archived && <input type="hidden" name="undo" value="yes" />}
        <Button>{squad.archived ? 'Bring it back' : 'Archive the squad'}</Button>
      </Form>
    </Card>
  );
}

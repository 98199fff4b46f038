import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { givenRoles, isGivenRole, may } from '#app/accounts/permissions.ts';
import { personProblem } from '#app/accounts/person-meant.ts';
import { giveRole, holdersOf } from '#app/accounts/roles.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { instantOf } from '#app/postmortems/moment.ts';
import { GiveForm } from '#app/squads/give-form.tsx';
import { giveSquadRole, squadsAtWork, squadsCalled } from '#app/squads/giving.server.ts';
import { givingSchema } from '#app/squads/giving.ts';
import { holdersPage } from '#app/squads/role-lists.server.ts';
import {
  advocatesAreOffered,
  MOST_SQUADS_WITHOUT_ADVOCATE,
  type SquadRole,
  squadRoles,
  squadRoleWords,
} from '#app/squads/squad-role.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, Empty, PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Roles · Guildhall' }];

const words = { organiser: 'organiser', administrator: 'administrator', ...squadRoleWords };
type AnyRole = keyof typeof words;
const isRole = (text: string | null): text is AnyRole => text !== null && Object.hasOwn(words, text);

async function holders(role: AnyRole, over: boolean, after: string | null, now: number) {
  if (!isGivenRole(role)) return holdersPage(role, over, readCursor(after), now);
  const all = await holdersOf(role, over);
  return { holders: all.map((one) => ({ ...one, squadId: null, squad: null })), next: null };
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-roles');
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get('role');
  const role = isRole(asked) ? asked : 'administrator';
  const over = searchParams.has('over');
  const now = Date.now();
  const [page, zone, atWork] = await Promise.all([
    holders(role, over, searchParams.get('after'), now),
    zoneHere(),
    squadsAtWork(),
  ]);
  return {
    role,
    over,
    holders: page.holders.map(
      ({ id, personId, name, squadId, squad, assumedAt, givenBy, endedBy, until }) => ({
        id,
        personId,
        name,
        squadId,
        squad,
        since: day(assumedAt, zone),
        begins: assumedAt > now,
        givenBy,
        endedBy,
        until: until === null ? null : day(until, zone),
      }),
    ),
    next: page.next,
    mayGive: may(viewer, 'give-roles'),
    offered: role !== 'advocate' || advocatesAreOffered(atWork),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'give-roles');
  const form = await readForm(args.request, givingSchema);
  if ('refused' in form) return data({ refused: form.refused }, { status: 422 });
  const { role, person, squads, from, to } = form.value;
  const values: Record<string, string> = { role, person, squads: squads.join('\n'), from, to };
  const refuse = (name: string, error: string) =>
    data({ refused: { errors: { [name]: error }, values } }, { status: 422 });
  if (!isRole(role)) return refuse('person', 'Choose a role first.');
  const meant = await personMeant(person);
  if ('refused' in meant) return refuse('person', personProblem(meant));
  if (!meant.person) return refuse('person', 'Please give a name or an e-mail address.');
  const back = `${paths.roles()}?role=${role}`;
  const now = Date.now();
  if (isGivenRole(role)) {
    const given = await giveRole(viewer, meant.person.id, role, now);
    if ('refused' in given) return refuse('person', personProblem({ refused: 'nobody' }));
    const text = given.given ? `${given.name} is ${role} from now on.` : `${given.name} is ${role} already.`;
    return redirectSaying(back, text);
  }
  return giveInSquads({ role, personId: meant.person.id, squads, from, to });

  async function giveInSquads(wanted: {
    role: SquadRole;
    personId: string;
    squads: string[];
    from: string;
    to: string;
  }) {
    const { found, unknown } = await squadsCalled(wanted.squads);
    if (unknown.length > 0) return refuse('squads', `No squad at work is called ${unknown.join(', ')}.`);
    if (found.length === 0) return refuse('squads', 'Please name a squad.');
    const zone = await zoneHere();
    const days = wanted.role === 'embedded' ? wanted : { from: '', to: '' };
    const given = await giveSquadRole(
      viewer,
      {
        personId: wanted.personId,
        role: wanted.role,
        squadIds: found.map(({ id }) => id),
        from: (days.from && instantOf(`${days.from}T00:00`, zone)) || now,
        endsAt: days.to === '' ? null : instantOf(`${days.to}T23:59`, zone),
      },
      now,
    );
    if ('refused' in given) {
      if (given.refused === 'ends-before') return refuse('to', 'Choose a day to come, after the first.');
      if (given.refused === 'too-few-squads') return refuse('squads', tooFew);
      if (given.refused === 'nobody') return refuse('person', personProblem({ refused: 'nobody' }));
      return refuse('squads', 'One of these squads was archived meanwhile. Name those at work.');
    }
    const called = squadRoleWords[wanted.role];
    if (given.given === 0) return redirectSaying(back, `${given.name} is ${called} there already.`);
    const where = given.given === 1 ? 'a squad' : `${given.given} squads`;
    return redirectSaying(back, `${given.name} is ${called} of ${where} from now on.`);
  }
}

const tooFew = `An advocate coordinates champions across squads. The role is offered once there are more than ${MOST_SQUADS_WITHOUT_ADVOCATE} squads.`;

export default function EveryonesRoles() {
  const { role, over, holders, next, mayGive, offered } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return (
    <>
      <PageHead
        title="Roles"
        lead="Who is more than a member here, since when, and who saw to it."
        actions={
          <ButtonLink to={over ? `?role=${role}` : `?role=${role}&over=yes`} weight="quiet">
            {over ? 'Held now' : 'Held before'}
          </ButtonLink>
        }
      />
      <nav aria-label="Roles" className="mb-6 flex flex-wrap gap-2">
        {[...givenRoles, ...squadRoles].map((one) => (
          <Link
            key={one}
            to={`?role=${one}`}
            aria-current={one === role ? 'page' : undefined}
            className="rounded-full border border-line-strong px-3 py-1.5 text-sm aria-[current=page]:bg-accent aria-[current=page]:text-on-accent"
          >
            {plural(words[one])}
          </Link>
        ))}
      </nav>
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div>
          {holders.length === 0 ? (
            <Empty title={over ? `Nobody was ${words[role]} before` : `Nobody is ${words[role]}`}>
              <p>{about[role]}</p>
            </Empty>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {holders.map((holder) => (
                <Holder key={holder.id} {...holder} role={role} mayEnd={mayGive && !over} />
              ))}
            </ul>
          )}
          <NextPage
            to={next && `?${new URLSearchParams({ role, ...(over && { over: 'yes' }), after: next })}`}
          >
            The next 50
          </NextPage>
        </div>
        {mayGive &&
          !over &&
          (offered ? <GiveForm role={role} called={words[role]} refused={refused} /> : <Card>{tooFew}</Card>)}
      </div>
    </>
  );
}

const plural = (word: string) => `${word[0]!.toUpperCase()}${word.slice(1)}s`;

const about: Record<AnyRole, string> = {
  organiser: 'Organisers are the central security team, and run the program.',
  administrator: 'Administrators configure this installation.',
  manager: 'A manager agrees the time of the champions of a squad.',
  'product-owner': 'A product owner sees what security asks of their squads.',
  advocate: 'An advocate coordinates the champions of several squads.',
  embedded: 'A security engineer who works in a squad for some months, or permanently.',
};

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

function Holder({ role, mayEnd, ...one }: Listed & { role: AnyRole; mayEnd: boolean }) {
  const link = 'text-accent underline-offset-4 hover:underline';
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
              <Link to={paths.squad(one.squadId)} className={`text-sm ${link}`}>
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
          <Button
            aria-label={`End the role of ${one.name} as ${words[role]}${one.squad ? ` of ${one.squad}` : ''}`}
          >
            End
          </Button>
        </Form>
      )}
    </li>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { type GivenRole, givenRoles, isGivenRole, may } from '#app/accounts/permissions.ts';
import { personProblem } from '#app/accounts/person-meant.ts';
import { giveRole, holdersOf } from '#app/accounts/roles.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { readCursor } from '#app/http/cursor.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { instantOf } from '#app/postmortems/moment.ts';
import { type AnyRole, isRole, plural, roleAbout, roleWords } from '#app/squads/any-role.ts';
import { GiveForm } from '#app/squads/give-form.tsx';
import { giveSquadRole, squadsAtWork, squadsCalled } from '#app/squads/giving.server.ts';
import { givingSchema } from '#app/squads/giving-form.ts';
import { givenWords, givingRefused, type GivingRefused } from '#app/squads/giving.ts';
import { RoleHolder } from '#app/squads/role-holder.tsx';
import { holdersPage } from '#app/squads/role-lists.server.ts';
import { advocatesAreOffered, type SquadRole, squadRoles } from '#app/squads/squad-role.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Card, Empty, PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Roles · Guildhall' }];

type Answer = { said: string } | GivingRefused;

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
  const refuse = ({ field, words }: GivingRefused) => {
    const values: Record<string, string> = { role, person, squads: squads.join('\n'), from, to };
    return data({ refused: { errors: { [field]: words }, values } }, { status: 422 });
  };
  if (!isRole(role)) return refuse({ field: 'person', words: 'Choose a role first.' });
  const meant = await personMeant(person);
  if ('refused' in meant) return refuse({ field: 'person', words: personProblem(meant) });
  if (!meant.person) return refuse({ field: 'person', words: 'Please give a name or an e-mail address.' });
  const personId = meant.person.id;
  const given = isGivenRole(role)
    ? await giveHere(viewer, personId, role)
    : await giveInSquads(viewer, { personId, role, squads, from, to });
  return 'field' in given ? refuse(given) : redirectSaying(`${paths.roles()}?role=${role}`, given.said);
}

async function giveHere(viewer: Viewer, personId: string, role: GivenRole): Promise<Answer> {
  const given = await giveRole(viewer, personId, role, Date.now());
  if ('refused' in given) return givingRefused.nobody;
  return { said: `${given.name} is ${role} ${given.given ? 'from now on' : 'already'}.` };
}

type Wanted = { personId: string; role: SquadRole; squads: string[]; from: string; to: string };

async function giveInSquads(viewer: Viewer, { personId, role, squads, from, to }: Wanted): Promise<Answer> {
  const now = Date.now();
  const { found, unknown } = await squadsCalled(squads);
  if (unknown.length > 0)
    return { field: 'squads', words: `No squad at work is called ${unknown.join(', ')}.` };
  if (found.length === 0) return { field: 'squads', words: 'Please name a squad.' };
  const zone = await zoneHere();
  const begins = role === 'embedded' && from !== '' ? instantOf(`${from}T00:00`, zone) : null;
  const endsAt = role === 'embedded' && to !== '' ? instantOf(`${to}T23:59`, zone) : null;
  const squadIds = found.map(({ id }) => id);
  const given = await giveSquadRole(viewer, { personId, role, squadIds, from: begins ?? now, endsAt }, now);
  if ('refused' in given) return givingRefused[given.refused];
  return { said: givenWords(given.name, role, given.given) };
}

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
            {plural(roleWords[one])}
          </Link>
        ))}
      </nav>
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div>
          {holders.length === 0 ? (
            <Empty title={over ? `Nobody was ${roleWords[role]} before` : `Nobody is ${roleWords[role]}`}>
              <p>{roleAbout[role]}</p>
            </Empty>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {holders.map((holder) => (
                <RoleHolder key={holder.id} {...holder} role={role} mayEnd={mayGive && !over} />
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
          (offered ? (
            <GiveForm role={role} called={roleWords[role]} refused={refused} />
          ) : (
            <Card>{givingRefused['too-few-squads'].words}</Card>
          ))}
      </div>
    </>
  );
}

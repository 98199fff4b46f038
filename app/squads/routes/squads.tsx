import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { searchedFor } from '#app/http/searched-for.ts';
import { paths } from '#app/paths.ts';
import { areas } from '#app/squads/squad-roles.server.ts';
import { criticalityWord } from '#app/squads/criticality.ts';
import { isTakenWords, squadName } from '#app/squads/squad.ts';
import { createSquad, squadsPage } from '#app/squads/squads.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Card, Empty, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Squads · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-squads');
  const { searchParams } = new URL(args.request.url);
  const archived = searchParams.has('archived');
  const [search, area] = [searchedFor(args.request, 'search'), searchedFor(args.request, 'area')];
  const [page, known] = await Promise.all([
    squadsPage({ archived, area, search, after: searchParams.get('after') }),
    areas(),
  ]);
  return { ...page, areas: known, archived, search, area, mayArrange: may(viewer, 'arrange-squads') };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-squads');
  const read = await readForm(args.request, z.object({ name: squadName }));
  if ('refused' in read) return data(read.refused, { status: 422 });
  const { name } = read.value;
  const made = await createSquad(viewer, name, Date.now());
  if ('refused' in made) {
    return data({ errors: { name: isTakenWords }, values: { name } }, { status: 422 });
  }
  return redirectSaying(paths.squad(made.id), `${name} is here. Who belongs to it?`);
}

export default function Squads() {
  const { squads, next, areas, archived, search, area, mayArrange } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={archived ? 'Archived squads' : 'Squads'}
        actions={
          archived ? (
            <ButtonLink to={paths.squads()}>Squads at work</ButtonLink>
          ) : (
            <>
              <ButtonLink to={`${paths.squads()}?archived=yes`} weight="quiet">
                Archived squads
              </ButtonLink>
              {mayArrange && <ButtonLink to={paths.importSquads()}>Import a file</ButtonLink>}
            </>
          )
        }
      />
      <div className="grid gap-6">
        {mayArrange && !archived && (
          <Card aria-label="A new squad" className="max-w-2xl">
            <Form method="post" className="flex flex-wrap items-start gap-3">
              <div className="min-w-0 flex-1 basis-64">
                <TextField
                  label="A new squad"
                  name="name"
                  required
                  placeholder="Payments"
                  autoComplete="off"
                  defaultValue={refused?.values.name}
                  error={refused?.errors.name}
                />
              </div>
              <Button weight="primary" className="sm:mt-6">
                Make it
              </Button>
            </Form>
          </Card>
        )}
        <search className="block max-w-2xl">
          <Form className="flex flex-wrap items-end gap-3">
            {archived && <input type="hidden" name="archived" value="yes" />}
            <div className="min-w-0 flex-1 basis-48">
              <TextField label="Name" type="search" name="search" defaultValue={search} key={search} />
            </div>
            {areas.length > 0 && (
              <Select label="Area" name="area" defaultValue={area} key={area}>
                <option value="">Every area</option>
                {areas.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </Select>
            )}
            <Button>Show</Button>
          </Form>
        </search>
        {squads.length === 0 && (search || area) ? (
          <Empty title="No squad fits these choices">
            <p>A part of the name is enough. Upper and lower case are alike.</p>
          </Empty>
        ) : squads.length === 0 ? (
          <Empty title={archived ? 'No squad is archived' : 'No squads yet'}>
            <p>
              {archived
                ? 'A squad that has ended is put away here, with its people and everything it did.'
                : 'A squad is a team that builds something together. Postmortems can be shared with squads, and action items owned by them.'}
            </p>
          </Empty>
        ) : (
          <ul className="max-w-2xl divide-y divide-line rounded-lg border border-line bg-surface">
            {squads.map(({ id, name, area, criticality, members }) => (
              <li
                key={id}
                className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 py-3"
              >
                <span className="min-w-0">
                  <Link
                    to={paths.squad(id)}
                    className="font-medium [overflow-wrap:anywhere] text-accent underline-offset-4 hover:underline"
                  >
                    {name}
                  </Link>
                  {area && <span className="ml-2 text-sm text-soft">{area}</span>}
                </span>
                <span className="flex items-baseline gap-3 text-sm whitespace-nowrap text-soft">
                  {criticality !== null && criticality <= 2 && (
                    <Badge tone={criticality === 1 ? 'alert' : 'warn'}>{criticalityWord(criticality)}</Badge>
                  )}
                  {members === 1 ? '1 person' : `${members} people`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {next && (
        <p className="mt-6">
          <ButtonLink
            to={`?${new URLSearchParams({ ...(archived && { archived: 'yes' }), ...(search && { search }), ...(area && { area }), after: next })}`}
          >
            More squads
          </ButtonLink>
        </p>
      )}
    </>
  );
}

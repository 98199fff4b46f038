import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { isTakenWords, squadName } from '#app/squads/squad.ts';
import { createSquad, squadsPage } from '#app/squads/squads.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card, Empty, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Squads · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-squads');
  const { searchParams } = new URL(args.request.url);
  const archived = searchParams.has('archived');
  const page = await squadsPage({ archived, after: searchParams.get('after') });
  return { ...page, archived, mayArrange: may(viewer, 'arrange-squads') };
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
  const { squads, next, archived, mayArrange } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={archived ? 'Archived squads' : 'Squads'}
        actions={
          archived ? (
            <ButtonLink to={paths.squads()}>Squads at work</ButtonLink>
          ) : (
            <ButtonLink to={`${paths.squads()}?archived=yes`} weight="quiet">
              Archived squads
            </ButtonLink>
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
        {squads.length === 0 ? (
          <Empty title={archived ? 'No squad is archived' : 'No squads yet'}>
            <p>
              {archived
                ? 'A squad that has ended is put away here, with its people and everything it did.'
                : 'A squad is a team that builds something together. Postmortems can be shared with squads, and action items owned by them.'}
            </p>
          </Empty>
        ) : (
          <ul className="max-w-2xl divide-y divide-line rounded-lg border border-line bg-surface">
            {squads.map(({ id, name, members }) => (
              <li key={id} className="flex items-baseline justify-between gap-4 px-5 py-3">
                <Link
                  to={paths.squad(id)}
                  className="min-w-0 font-medium [overflow-wrap:anywhere] text-accent underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
                <span className="text-sm whitespace-nowrap text-soft">
                  {members === 1 ? '1 person' : `${members} people`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {next && (
        <p className="mt-6">
          <ButtonLink to={`?${new URLSearchParams({ ...(archived && { archived: 'yes' }), after: next })}`}>
            More squads
          </ButtonLink>
        </p>
      )}
    </>
  );
}

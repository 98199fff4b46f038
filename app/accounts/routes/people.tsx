import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { peoplePage } from '#app/accounts/people.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { searchedFor } from '#app/http/searched-for.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'People · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-people');
  const { searchParams } = new URL(args.request.url);
  const search = searchedFor(args.request, 'search');
  const left = searchParams.get('who') === 'left';
  const page = await peoplePage({ search, left, after: searchParams.get('after') });
  return { ...page, search, left, mayInvite: may(viewer, 'invite-people') };
}

export default function People() {
  const { people, next, search, left, mayInvite } = useLoaderData<typeof loader>();
  const more = new URLSearchParams({
    ...(search && { search }),
    ...(left && { who: 'left' }),
    after: next ?? '',
  });
  return (
    <>
      <PageHead
        title="People"
        actions={
          mayInvite && (
            <>
              <ButtonLink to={paths.importPeople()}>Import a file</ButtonLink>
              <ButtonLink weight="primary" to={paths.invitations()}>
                Invite somebody
              </ButtonLink>
            </>
          )
        }
      />
      <search className="mb-6 block">
        <Form className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-56 sm:max-w-sm">
            <TextField
              label="Name or e-mail"
              type="search"
              name="search"
              defaultValue={search}
              key={search}
            />
          </div>
          <Select label="Who" name="who" defaultValue={left ? 'left' : 'here'} key={String(left)}>
            <option value="here">Everyone here</option>
            <option value="left">Those who left</option>
          </Select>
          <Button>Show</Button>
        </Form>
      </search>
      {people.length === 0 ? (
        <NobodyFound search={search} left={left} />
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {people.map(({ id, name, email, roles }) => (
            <li key={id} className="items-baseline gap-x-6 px-5 py-3 sm:grid sm:grid-cols-[2fr_3fr_13rem]">
              <Link
                to={paths.person(id)}
                className="font-medium text-accent underline-offset-4 hover:underline"
              >
                {name}
              </Link>
              <span className="block text-sm [overflow-wrap:anywhere] text-soft">{email}</span>
              <span className="flex flex-wrap gap-1 sm:justify-end">
                {roles.map((role) => (
                  <Badge key={role} tone="accent">
                    {role}
                  </Badge>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <p className="mt-6">
          <ButtonLink to={`?${more}`}>More people</ButtonLink>
        </p>
      )}
    </>
  );
}

function NobodyFound({ search, left }: { search: string; left: boolean }) {
  if (search) {
    return (
      <Empty title={`Nobody is found by “${search}”`}>
        <p>A part of the name or of the e-mail address is enough. Upper and lower case are alike.</p>
      </Empty>
    );
  }
  return left ? (
    <Empty title="Nobody has left">
      <p>Who is deactivated is listed here, with everything they did. Their account can be opened again.</p>
    </Empty>
  ) : (
    <Empty title="There is nobody more">
      <p>People come in by an invitation, which an organiser or administrator makes.</p>
    </Empty>
  );
}

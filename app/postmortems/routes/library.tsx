import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { SeveritySelect } from '#app/action-items/severity-select.tsx';
import { readCursor, writeCursor } from '#app/http/cursor.ts';
import { paths } from '#app/paths.ts';
import { browse, find } from '#app/postmortems/library.server.ts';
import { filterSchema } from '#app/postmortems/library.ts';
import { Snippet } from '#app/ui/snippet.tsx';
import { StateLine } from '#app/postmortems/state-line.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';
import { useWord } from '#app/ui/here.ts';

export const meta: MetaFunction = () => [{ title: 'Library · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const filter = filterSchema.parse(Object.fromEntries(searchParams));
  const { found, next } =
    filter.q.trim() === ''
      ? await browse(viewer, filter, readCursor(searchParams.get('after')))
      : await find(viewer, filter);
  const nextPage =
    next && `${paths.postmortems()}?${new URLSearchParams({ ...filter, after: writeCursor(next) })}`;
  return {
    found,
    filter,
    nextPage,
    narrowed: [...searchParams.values()].some((value) => value !== '' && value !== 'all'),
  };
}

export default function Library() {
  const { found, filter, nextPage, narrowed } = useLoaderData<typeof loader>();
  const word = useWord();
  const start = (
    <>
      <ButtonLink to={paths.newPostmortem()} weight="primary">
        Start one
      </ButtonLink>
      <ButtonLink to={paths.importPostmortem()}>Import a document</ButtonLink>
    </>
  );
  return (
    <>
      <PageHead title={word.Many} lead="What happened to us, and what we learned from it." actions={start} />
      <Form
        method="get"
        role="search"
        className="mb-8 grid grid-cols-2 items-end gap-3 max-sm:[&>:first-child]:col-span-2 sm:grid-cols-[2fr_1fr_1fr_1fr_auto]"
      >
        <TextField
          label="Words"
          type="search"
          name="q"
          defaultValue={filter.q}
          key={filter.q}
          placeholder="certificate, rollback …"
        />
        <Select label="State" name="state" defaultValue={filter.state}>
          <option value="all">Any</option>
          <option value="mine">Written by me</option>
          <option value="draft">Draft</option>
          <option value="in-review">In review</option>
          <option value="published">Published</option>
        </Select>
        <Select label="Kind" name="kind" defaultValue={filter.kind}>
          <option value="">Any</option>
          <option value="incident">Incident</option>
          <option value="near-miss">Near miss</option>
        </Select>
        <SeveritySelect value={filter.severity} none="Any" />
        <Button>Search</Button>
      </Form>
      {found.length === 0 && !narrowed && (
        <Empty title="The library is empty" actions={start}>
          <p>
            {word.a[0]!.toUpperCase() + word.a.slice(1)} is how an incident becomes something everybody learns
            from. Start from a template, or bring in one you already have as Markdown.
          </p>
        </Empty>
      )}
      {found.length === 0 && narrowed && (
        <Empty title="Nothing fits these choices">
          <p>
            Try fewer words, or{' '}
            <Link to={paths.postmortems()} className="text-accent underline underline-offset-4">
              look at all of them
            </Link>
            .
          </p>
        </Empty>
      )}
      <ul className="divide-y divide-line">
        {found.map((one) => (
          <li key={one.id} className="py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h2 className="min-w-0 font-serif text-lg font-semibold [overflow-wrap:anywhere]">
                <Link to={paths.postmortem(one.id)} className="hover:underline">
                  {one.title}
                </Link>
              </h2>
              <StateLine {...one} />
            </div>
            <p className="text-sm text-soft">
              {one.author} ·{' '}
              {one.publishedAt && one.state === 'published'
                ? `published ${day(one.publishedAt)}`
                : `changed ${day(one.changedAt)}`}
            </p>
            {one.snippet && <Snippet text={one.snippet} />}
          </li>
        ))}
      </ul>
      {filter.q.trim() !== '' && found.length === 50 && (
        <p className="mt-6 text-soft">These are the best 50. More words find fewer.</p>
      )}
      <NextPage to={nextPage}>The next 50</NextPage>
    </>
  );
}

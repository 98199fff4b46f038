import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { articlesPage } from '#app/answers/articles.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { searchedFor } from '#app/http/searched-for.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Answers · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  const query = searchedFor(args.request);
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  return { query, continued: after !== null, ...(await articlesPage(query, after)) };
}

export default function Answers() {
  const { query, continued, articles, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Answers"
        lead="What questions and concerns have taught us: asked once, answered for everyone."
        actions={
          <>
            <ButtonLink to={paths.newQuestion()}>Ask a question</ButtonLink>
            <ButtonLink to={paths.newConcern()}>Raise a concern</ButtonLink>
          </>
        }
      />
      <search className="mb-6 block max-w-xl">
        <Form className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextField label="What is it about?" type="search" name="q" defaultValue={query} key={query} />
          </div>
          <Button>Search</Button>
        </Form>
      </search>
      {articles.length > 0 ? (
        <ul className="max-w-3xl space-y-4">
          {articles.map(({ id, question, answer }) => (
            <li key={id} className="rounded-lg border border-line bg-surface p-5">
              <h2 className="font-serif text-lg font-semibold wrap-anywhere">
                <Link to={paths.article(id)} className="underline-offset-4 hover:underline">
                  {question}
                </Link>
              </h2>
              <p className="mt-1 line-clamp-4 wrap-anywhere whitespace-pre-wrap text-soft">{answer}</p>
            </li>
          ))}
        </ul>
      ) : (
        <Nothing query={query} continued={continued} />
      )}
      <NextPage to={next && `${paths.answers()}?after=${next}`}>Older articles</NextPage>
    </>
  );
}

function Nothing({ query, continued }: { query: string; continued: boolean }) {
  if (continued) return <Empty title="That was all of them">There is nothing older.</Empty>;
  if (query)
    return (
      <Empty
        title={`No article is found by “${query}”`}
        actions={<ButtonLink to={paths.newQuestion()}>Ask a question</ButtonLink>}
      >
        <p>Try fewer words, or ask: a champion or the security team answers.</p>
      </Empty>
    );
  return (
    <Empty title="No articles yet">
      <p>
        When a concern is closed or a question answered, what was learned is written down in words that name
        nobody. The next person who asks finds the answer here, and is shown it before they send theirs.
      </p>
    </Empty>
  );
}

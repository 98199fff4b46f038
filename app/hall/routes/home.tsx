import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { currentViewer } from '#app/accounts/session.server.ts';
import { countMine, mine } from '#app/action-items/list.server.ts';
import { Due, SeverityBadge } from '#app/action-items/item-badges.tsx';
import { isDemo } from '#app/hall/demo/open.server.ts';
import { paths } from '#app/paths.ts';
import { newest, underWay } from '#app/postmortems/library.server.ts';
import { stateWords } from '#app/postmortems/postmortem.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';
import { useWord } from '#app/ui/here.ts';

export const meta: MetaFunction = () => [{ title: 'Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await currentViewer(args);
  if (!viewer) throw redirect(isDemo() ? paths.demo() : paths.signIn());
  const [items, count, drafts, published] = await Promise.all([
    mine(viewer, 5),
    countMine(viewer),
    underWay(viewer, 5),
    newest(viewer, 5),
  ]);
  return { name: viewer.name, items, count, drafts, published, now: Date.now() };
}

export default function Home() {
  const { name, items, count, drafts, published, now } = useLoaderData<typeof loader>();
  const word = useWord();
  return (
    <>
      <PageHead
        title={`Hello, ${name.split(' ')[0]}`}
        actions={
          <>
            <ButtonLink to={paths.newPostmortem()} weight="primary">
              Start {word.a}
            </ButtonLink>
            <ButtonLink to={paths.importPostmortem()}>Import a document</ButtonLink>
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <Card aria-labelledby="mine" className="lg:col-span-2">
          <h2 id="mine" className="font-serif text-xl font-semibold">
            Yours to see to
          </h2>
          {items.length === 0 ? (
            <p className="mt-2 text-soft">
              Nothing waits for you. When an action item has you or your squad as its owner, it stands here.
            </p>
          ) : (
            <ul className="mt-2 divide-y divide-line">
              {items.map((item) => (
                <li
                  key={item.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
                >
                  <Link
                    to={paths.actionItem(item.id)}
                    className="line-clamp-2 min-w-48 flex-1 hover:underline"
                  >
                    {item.statement}
                  </Link>
                  <SeverityBadge severity={item.severity} />
                  <span className="text-sm">
                    {item.state === 'imported' ? 'Not accepted yet' : <Due item={item} now={now} />}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {count > items.length && (
            <p className="mt-3 text-sm">
              <Link
                to={`${paths.actionItems()}?owner=mine`}
                className="text-accent underline underline-offset-4"
              >
                All of yours
              </Link>
            </p>
          )}
        </Card>
        <Card aria-labelledby="under-way">
          <h2 id="under-way" className="font-serif text-xl font-semibold">
            Being written
          </h2>
          {drafts.length === 0 && (
            <p className="mt-2 text-soft">Drafts and reviews you take part in stand here.</p>
          )}
          <ul className="mt-2 divide-y divide-line">
            {drafts.map((one) => (
              <li key={one.id} className="flex items-center justify-between gap-4 py-2">
                <Link to={paths.postmortem(one.id)} className="line-clamp-2 hover:underline">
                  {one.title}
                </Link>
                <Badge tone={one.state === 'in-review' ? 'accent' : 'plain'}>{stateWords[one.state]}</Badge>
              </li>
            ))}
          </ul>
        </Card>
        <Card aria-labelledby="published">
          <h2 id="published" className="font-serif text-xl font-semibold">
            New to read
          </h2>
          {published.length === 0 && (
            <p className="mt-2 text-soft">
              What colleagues publish stands here, so that what one squad learned, all have learned.
            </p>
          )}
          <ul className="mt-2 divide-y divide-line">
            {published.map((one) => (
              <li key={one.id} className="flex items-center justify-between gap-4 py-2">
                <Link to={paths.postmortem(one.id)} className="line-clamp-2 hover:underline">
                  {one.title}
                </Link>
                <span className="text-sm whitespace-nowrap text-soft">
                  {one.publishedAt && day(one.publishedAt)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}

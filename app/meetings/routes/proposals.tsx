import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { meetingWords } from '#app/meetings/item-words.ts';
import { readPoolPlace } from '#app/meetings/pool-place.ts';
import { poolPage } from '#app/meetings/pool.server.ts';
import { ProposalList } from '#app/meetings/proposal-list.tsx';
import { seriesAhead } from '#app/meetings/series-ahead.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Proposals for an agenda · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-meetings');
  const { searchParams } = new URL(args.request.url);
  const ahead = await seriesAhead(Date.now());
  const series = ahead.find(({ id }) => id === searchParams.get('series')) ?? ahead[0] ?? null;
  const after = readPoolPlace(searchParams.get('after'));
  const others = ahead.filter(({ id }) => id !== series?.id).map(({ id, name }) => ({ id, name }));
  return { series, others, pool: series && (await poolPage(viewer, series.id, after)) };
}

export default function Proposals() {
  const { series, others, pool } = useLoaderData<typeof loader>();
  const page = paths.proposals(series?.id);
  const next = series?.coming[0];
  return (
    <>
      <PageHead
        above={<Up to={paths.meetings()}>Meetings</Up>}
        title={series ? `Proposals for ${series.name}` : 'Proposals for an agenda'}
        lead="What people would like to hear, show or ask. Vote for what you would come for; nobody counts whose it was."
        actions={
          series && (
            <>
              <ButtonLink weight="primary" to={paths.newAgendaItem()}>
                Propose something
              </ButtonLink>
              {next && <ButtonLink to={paths.agenda(next.id)}>Agenda of {meetingWords(next)}</ButtonLink>}
            </>
          )
        }
      />
      {others.length > 0 && (
        <nav aria-label="Other series" className="mb-6 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {others.map(({ id, name }) => (
            <Link key={id} to={paths.proposals(id)} className="text-accent underline underline-offset-4">
              {name}
            </Link>
          ))}
        </nav>
      )}
      {pool && pool.proposals.length > 0 ? (
        <div className="max-w-3xl">
          <ProposalList proposals={pool.proposals} back={page} placeIn={null} />
        </div>
      ) : (
        <Empty title={series ? 'No proposals are waiting' : 'There is no series of meetings yet'}>
          <p>
            {series
              ? 'A technique you read about, a tool you like, a question nobody could answer: it need not be finished.'
              : 'An organiser begins one. Then anyone can propose something for it.'}
          </p>
        </Empty>
      )}
      <NextPage to={pool?.next ? `${page}&after=${pool.next}` : null}>More proposals</NextPage>
    </>
  );
}

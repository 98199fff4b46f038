import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { AgendaBar } from '#app/meetings/agenda-bar.tsx';
import { AgendaList } from '#app/meetings/agenda-card.tsx';
import { agendaOf } from '#app/meetings/agenda.server.ts';
import { isAhead, restrictedMinutes, sumOf } from '#app/meetings/agenda.ts';
import { ArrangedAgenda } from '#app/meetings/arranged-agenda.tsx';
import { meetingWords } from '#app/meetings/item-words.ts';
import { partsOf } from '#app/meetings/parts.server.ts';
import { readPoolPlace } from '#app/meetings/pool-place.ts';
import { poolPage } from '#app/meetings/pool.server.ts';
import { ProposalList } from '#app/meetings/proposal-list.tsx';
import { scopedMeeting } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Agenda${page ? ` of ${meetingWords(page.meeting)}` : ''} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, meeting, series, runs } = await scopedMeeting(args);
  const ahead = isAhead(meeting.state);
  const after = readPoolPlace(new URL(args.request.url).searchParams.get('after'));
  const items = await agendaOf(viewer, meeting.id);
  const kinds = new Set(items.map(({ kind }) => kind));
  const { id, title, startsAt, timezone, minutes } = meeting;
  return {
    meeting: { id, title, startsAt, timezone },
    series: { id: series.id, name: series.name },
    items,
    sum: sumOf(items, minutes),
    restricted: runs ? restrictedMinutes(items) : 0,
    ahead,
    arranges: runs && ahead,
    lacks: partsOf(meeting.template).filter(({ key }) => !kinds.has(key)).length,
    pool: ahead ? await poolPage(viewer, series.id, after) : null,
  };
}

export default function Agenda() {
  const { meeting, series, items, arranges, ahead, pool, ...sums } = useLoaderData<typeof loader>();
  const page = paths.agenda(meeting.id);
  return (
    <>
      <PageHead
        above={<Up to={paths.meeting(meeting.id)}>{meetingWords(meeting)}</Up>}
        title="Agenda"
        actions={
          ahead && (
            <ButtonLink weight="primary" to={paths.newAgendaItem(meeting.id)}>
              Propose something
            </ButtonLink>
          )
        }
      />
      <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-labelledby="on-it">
          <h2 id="on-it" className="mb-3 font-serif text-xl font-semibold">
            On the agenda
          </h2>
          {items.length > 0 && (
            <div className="mb-5">
              <AgendaBar sum={sums.sum} items={items} restricted={sums.restricted} />
            </div>
          )}
          {arranges ? <ArrangedAgenda meetingId={meeting.id} items={items} /> : <AgendaList items={items} />}
          {items.length === 0 && (
            <Empty title="Nothing is on it yet">
              <p>
                {arranges
                  ? 'Lay out the template, and fill it from the proposals.'
                  : 'What would you like to hear, or show?'}
              </p>
            </Empty>
          )}
          {arranges && sums.lacks > 0 && (
            <Form method="post" action={paths.agendaTemplate(meeting.id)} preventScrollReset className="mt-4">
              <Button>Lay out the template</Button>
            </Form>
          )}
        </section>
        {pool && (
          <section aria-labelledby="proposals">
            <h2 id="proposals" className="mb-1 font-serif text-xl font-semibold">
              Proposals
            </h2>
            <p className="mb-4 text-sm text-soft">
              What people would like to have at{' '}
              <Link to={paths.proposals(series.id)} className="underline underline-offset-4">
                {series.name}
              </Link>
              : most wished for first.
            </p>
            {pool.proposals.length > 0 ? (
              <ProposalList proposals={pool.proposals} back={page} placeIn={arranges ? meeting.id : null} />
            ) : (
              <p className="text-soft">None are waiting.</p>
            )}
            <NextPage to={pool.next && `${page}?after=${pool.next}#proposals`}>More proposals</NextPage>
          </section>
        )}
      </div>
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { carriedWords } from '#app/meetings/agenda.ts';
import { ItemFacts } from '#app/meetings/item-facts.tsx';
import { meetingWords } from '#app/meetings/item-words.ts';
import { scopedItem } from '#app/meetings/item-scope.server.ts';
import { newestOf } from '#app/meetings/items.server.ts';
import { LineageList } from '#app/meetings/lineage-list.tsx';
import { lineageOf } from '#app/meetings/lineage.server.ts';
import { kindIn } from '#app/meetings/parts.server.ts';
import { VoteButton } from '#app/meetings/vote-button.tsx';
import { votesOf } from '#app/meetings/votes.server.ts';
import { visibleQuestion } from '#app/office-hours/visible-question.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { render } from '#app/ui/markdown.server.ts';
import { Prose } from '#app/ui/markdown.tsx';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.item.title ?? 'Agenda item'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item, series, meeting, proposer, presenter, mayEdit, isTheirs } = await scopedItem(args);
  const { id, title, minutes, link, state, carried, lineageId, proposedAt, sourceRoom, sourceId } = item;
  // A question without a name is for hosts alone.
  const leadsOn = sourceRoom !== 'questions' || (await visibleQuestion(viewer, sourceId ?? '')) !== null;
  const newest = state === 'open' ? null : await newestOf(viewer, lineageId);
  return {
    item: {
      id,
      title,
      minutes,
      link,
      state,
      proposedAt,
      proposer,
      presenter,
      sourceRoom,
      sourceId: leadsOn ? sourceId : null,
    },
    kind: kindIn(meeting?.template ?? series.template, item.kind),
    carried: carriedWords(carried),
    html: item.about === '' ? '' : render(item.about),
    series: { id: series.id, name: series.name },
    meeting: meeting && {
      id: meeting.id,
      title: meeting.title,
      startsAt: meeting.startsAt,
      timezone: meeting.timezone,
    },
    votes: (await votesOf(viewer, [lineageId])).get(lineageId) ?? { votes: 0, voted: false },
    lineage: await lineageOf(viewer, lineageId),
    newest: newest?.id === id ? null : newest,
    mayEdit,
    mayReturn: isTheirs && state === 'withdrawn',
  };
}

export default function AgendaItem() {
  const page = useLoaderData<typeof loader>();
  const { item, series, meeting, newest, html, mayEdit } = page;
  const { id, title } = item;
  return (
    <>
      <PageHead
        above={
          meeting ? (
            <Up to={paths.agenda(meeting.id)}>Agenda of {meetingWords(meeting)}</Up>
          ) : (
            <Up to={paths.proposals(series.id)}>Proposals for {series.name}</Up>
          )
        }
        title={title}
        lead={`${page.kind}, ${item.minutes} minutes${item.presenter ? `, with ${item.presenter}` : ''}`}
        actions={
          <>
            {item.state === 'open' && (
              <VoteButton {...{ id, title, ...page.votes }} back={paths.agendaItem(id)} />
            )}
            {mayEdit && <ButtonLink to={paths.editAgendaItem(id)}>Edit</ButtonLink>}
            {mayEdit && <Step to={paths.agendaItemWithdrawal(id)}>Withdraw</Step>}
            {page.mayReturn && <Step to={paths.agendaItemReturn(id)}>Bring it back</Step>}
          </>
        }
      />
      {newest && (
        <div className="mb-6 max-w-3xl">
          <Callout title="It went on from here">
            <Link to={paths.agendaItem(newest.id)} className="text-accent underline underline-offset-4">
              See where it stands now
            </Link>
          </Callout>
        </div>
      )}
      {item.state === 'withdrawn' && !newest && (
        <div className="mb-6 max-w-3xl">
          <Callout title="It was withdrawn" />
        </div>
      )}
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_16rem]">
        {html ? <Prose html={html} /> : <p className="text-soft">Nothing more is written about it.</p>}
        <aside className="mt-10 space-y-8 lg:mt-0">
          <ItemFacts item={item} carried={page.carried} />
          <LineageList lineage={page.lineage} here={id} series={series} />
        </aside>
      </div>
    </>
  );
}

const Step = ({ to, children }: { to: string; children: string }) => (
  <Form method="post" action={to}>
    <Button>{children}</Button>
  </Form>
);

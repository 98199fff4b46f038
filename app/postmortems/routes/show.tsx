import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { may as isAllowed } from '#app/accounts/permissions.ts';
import { loopOf } from '#app/insight/loop.server.ts';
import { LoopSection } from '#app/insight/loop-section.tsx';
import { AgendaButton } from '#app/meetings/agenda-button.tsx';
import { seriesAhead } from '#app/meetings/series-ahead.server.ts';
import { standingOf } from '#app/meetings/sources.server.ts';
import { paths } from '#app/paths.ts';
import { mayCelebrate } from '#app/postmortems/celebration.ts';
import { History } from '#app/postmortems/history.tsx';
import { mayArrange, mayEdit, partWords, take } from '#app/postmortems/postmortem.ts';
import { hasSource } from '#app/postmortems/postmortems.server.ts';
import { Report } from '#app/postmortems/report.tsx';
import { scoped } from '#app/postmortems/scoped.server.ts';
import { StateLine } from '#app/postmortems/state-line.tsx';
import { whole } from '#app/postmortems/whole.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.postmortem.title ?? 'Postmortem'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, postmortem } = await scoped(args);
  const { state, part } = postmortem;
  const now = Date.now();
  const can = (step: 'sent-to-review' | 'returned' | 'published' | 'reopened') =>
    typeof take(step, state, part) === 'string';
  return {
    postmortem,
    whole: await whole(postmortem.id),
    loop: await loopOf(viewer, postmortem.id),
    mayEdit: mayEdit(state, part),
    mayArrange: mayArrange(part),
    hasSource: mayArrange(part) && (await hasSource(postmortem.id)),
    can: {
      review: can('sent-to-review'),
      return: can('returned'),
      publish: can('published'),
      reopen: can('reopened'),
    },
    mayTell: mayCelebrate(postmortem) && (mayArrange(part) || isAllowed(viewer, 'announce')),
    now,
    standing: await standingOf(viewer, { room: 'postmortems', id: postmortem.id }),
    ahead: state === 'published' ? await seriesAhead(now) : [],
  };
}

export default function Postmortem() {
  const { postmortem, whole: all, loop, now, can, standing, ahead, ...may } = useLoaderData<typeof loader>();
  const { id } = postmortem;
  const blank =
    all.sections.every(({ html }) => html === '') && all.timeline.length === 0 && all.items.length === 0;
  return (
    <>
      <PageHead
        above={<StateLine {...postmortem} />}
        title={postmortem.title}
        lead={`Written by ${postmortem.author}`}
        actions={
          <>
            {may.mayTell && (
              <ButtonLink to={paths.newAnnouncement('near-miss', id)}>Tell the channel</ButtonLink>
            )}
            {may.mayEdit && (
              <ButtonLink
                to={paths.editPostmortem(id)}
                weight={can.publish && postmortem.state === 'in-review' ? 'plain' : 'primary'}
              >
                Edit
              </ButtonLink>
            )}
            {can.review && <StepButton to={paths.postmortemReview(id)}>Send to review</StepButton>}
            {can.return && <StepButton to={paths.postmortemReturn(id)}>Back to draft</StepButton>}
            {can.publish && <StepButton to={paths.postmortemPublication(id)}>Publish</StepButton>}
            {can.reopen && <StepButton to={paths.postmortemReopening(id)}>Reopen</StepButton>}
            <ButtonLink to={paths.printPostmortem(id)} weight="quiet">
              Print
            </ButtonLink>
            <ButtonLink to={paths.postmortemMarkdown(id)} weight="quiet" reloadDocument>
              Markdown
            </ButtonLink>
          </>
        }
      />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_14rem]">
        <div>
          {blank ? (
            <Empty
              title="Nothing is written yet"
              actions={may.mayEdit && <ButtonLink to={paths.editPostmortem(id)}>Start writing</ButtonLink>}
            >
              <p>Begin with the timeline: what happened, in order, as it looked at the time.</p>
            </Empty>
          ) : (
            <Report whole={all} timezone={postmortem.timezone} now={now} />
          )}
          {!blank && loop && <LoopSection id={id} loop={loop} />}
        </div>
        <aside className="mt-10 space-y-8 lg:mt-0">
          <section aria-labelledby="people">
            <h2 id="people" className="mb-2 font-semibold">
              Who takes part
            </h2>
            <ul className="space-y-1 text-sm">
              {all.people.map(({ personId, name, part }) => (
                <li key={personId}>
                  {name} <span className="text-soft">{partWords[part].toLowerCase()}</span>
                </li>
              ))}
              {all.squads.map((squad) => (
                <li key={squad.id}>
                  {squad.name} <span className="text-soft">squad</span>
                </li>
              ))}
            </ul>
            {may.mayArrange && !may.mayEdit && (
              <p className="mt-2 text-sm">
                <ButtonLink to={paths.postmortemPeople(id)} weight="quiet">
                  Change this
                </ButtonLink>
              </p>
            )}
          </section>
          <AgendaButton action={paths.postmortemOnAgenda(id)} standing={standing} ahead={ahead} />
          <section aria-labelledby="history">
            <h2 id="history" className="mb-2 font-semibold">
              History
            </h2>
            <History steps={all.steps} />
            {may.hasSource && (
              <p className="mt-3 text-sm">
                <a href={paths.postmortemSource(id)} className="text-accent underline underline-offset-4">
                  The document it came from
                </a>
              </p>
            )}
          </section>
        </aside>
      </div>
    </>
  );
}

function StepButton({ to, children }: { to: string; children: string }) {
  return (
    <Form method="post" action={to}>
      <Button>{children}</Button>
    </Form>
  );
}

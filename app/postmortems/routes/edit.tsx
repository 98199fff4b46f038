import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';

import { itemsOf } from '#app/action-items/action-items.server.ts';
import { paths } from '#app/paths.ts';
import { ActionsCard } from '#app/postmortems/actions-card.tsx';
import { FactsForm } from '#app/postmortems/facts-form.tsx';
import { milestonesOf } from '#app/postmortems/milestones.server.ts';
import { MilestonesCard } from '#app/postmortems/milestones-card.tsx';
import { reachOf } from '#app/postmortems/involvement.server.ts';
import { MissingList } from '#app/postmortems/missing-list.tsx';
import { PeopleCard } from '#app/postmortems/people-card.tsx';
import { peopleOf, sectionsOf, timelineOf } from '#app/postmortems/postmortems.server.ts';
import { missing } from '#app/postmortems/publication.server.ts';
import { ReachCard } from '#app/postmortems/reach-card.tsx';
import { scopedToEdit } from '#app/postmortems/scoped.server.ts';
import { SectionForm } from '#app/postmortems/section-form.tsx';
import { StateLine } from '#app/postmortems/state-line.tsx';
import { TimelineCard } from '#app/postmortems/timeline-card.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { inputLook } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.postmortem.title ?? ''} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scopedToEdit(args);
  const { id } = postmortem;
  const [sections, timeline, items, milestones, people, arranged, lacking] = await Promise.all([
    sectionsOf(id),
    timelineOf(id),
    itemsOf(id),
    milestonesOf(id),
    peopleOf(id),
    reachOf(postmortem),
    missing(id),
  ]);
  return {
    postmortem,
    sections: sections.map(({ key, heading, help, markdown, version }) => ({
      key,
      heading,
      help,
      markdown,
      version,
    })),
    timeline: timeline.map(({ id: entryId, at, written, zone, text }) => ({
      id: entryId,
      at,
      written,
      zone,
      text,
    })),
    items: items.map(({ item, ownerName, squadName }) => ({ ...item, ownerName, squadName })),
    milestones,
    people,
    arranged,
    lacking,
    now: Date.now(),
  };
}

export default function EditPostmortem() {
  const { postmortem, sections, timeline, items, milestones, people, arranged, lacking, now } =
    useLoaderData<typeof loader>();
  const { id } = postmortem;
  return (
    <>
      <PageHead
        above={<StateLine {...postmortem} />}
        title={postmortem.title}
        actions={<ButtonLink to={paths.postmortem(id)}>Read it</ButtonLink>}
      />
      <div className="gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_16rem] 2xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="space-y-6">
          <Card aria-label="Title and severity">
            <FactsForm facts={postmortem} />
          </Card>
          <MilestonesCard postmortem={postmortem} milestones={milestones} />
          {sections.map((section) => (
            <Card
              key={section.key}
              id={section.key}
              aria-labelledby={`${section.key}-heading`}
              className="scroll-mt-4"
            >
              <h2 id={`${section.key}-heading`} className="mb-2 font-serif text-xl font-semibold">
                {section.heading}
              </h2>
              {section.key === 'timeline' && <TimelineCard postmortem={postmortem} entries={timeline} />}
              {section.key === 'action-items' && <ActionsCard postmortemId={id} items={items} now={now} />}
              {section.key === 'timeline' || section.key === 'action-items' ? (
                <details className="mt-4" open={section.markdown !== ''}>
                  <summary className="text-sm text-soft">Words around the entries</summary>
                  <div className="mt-2">
                    <SectionForm postmortemId={id} section={{ ...section, help: '' }} />
                  </div>
                </details>
              ) : (
                <SectionForm postmortemId={id} section={section} />
              )}
            </Card>
          ))}
          <Card aria-label="A section of your own">
            <Form
              method="post"
              action={paths.postmortemSections(id)}
              className="flex flex-wrap items-end gap-3"
            >
              <div className="min-w-56 flex-1">
                <label htmlFor="new-heading" className="mb-1 block text-sm font-medium">
                  A section of your own
                </label>
                <input
                  id="new-heading"
                  name="heading"
                  required
                  maxLength={120}
                  className={`${inputLook} min-h-10.5`}
                />
              </div>
              <Button>Add section</Button>
            </Form>
          </Card>
        </div>
        <aside className="mt-6 space-y-6 lg:mt-0">
          <Card aria-labelledby="publish">
            <h2 id="publish" className="mb-3 font-semibold">
              {lacking.length > 0 ? 'Before it is published' : 'Ready to publish'}
            </h2>
            {lacking.length > 0 ? (
              <MissingList missing={lacking} postmortemId={id} />
            ) : (
              <p className="text-soft">Nothing is missing.</p>
            )}
            <div className="mt-4 flex flex-wrap gap-2">
              {postmortem.state === 'draft' && (
                <Form method="post" action={paths.postmortemReview(id)}>
                  <Button weight="primary">Send to review</Button>
                </Form>
              )}
              <Link
                to={paths.postmortemPublication(id)}
                className="px-2 py-2 text-sm text-accent underline underline-offset-4"
              >
                Publish …
              </Link>
            </div>
          </Card>
          <PeopleCard postmortemId={id} people={people} />
          <ReachCard postmortemId={id} {...arranged} />
        </aside>
      </div>
    </>
  );
}

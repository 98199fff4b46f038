import { AgendaButton } from '#app/meetings/agenda-button.tsx';
import type { SeriesAhead } from '#app/meetings/series-ahead.server.ts';
import type { Standing } from '#app/meetings/sources.server.ts';
import { paths } from '#app/paths.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { ChainList } from './chain-list.tsx';
import type { Choices } from './link-choices.server.ts';
import { LinkForm } from './link-form.tsx';
import { LinkList } from './link-list.tsx';
import type { Loop } from './loop.server.ts';

export type LoopPageProps = {
  postmortem: { id: string; title: string };
  loop: Loop;
  choices: Choices | null;
  standing: Standing[];
  ahead: SeriesAhead[];
  zone: string;
  refused?: { errors: { module?: string; question?: string }; values: Record<string, string> } | null;
};

/** The whole chain of a postmortem, and the forms that close what is open in it. */
export function LoopPage({
  postmortem: { id, title },
  loop,
  choices,
  zone,
  refused = null,
  ...agenda
}: LoopPageProps) {
  return (
    <>
      <PageHead
        above={<Up to={paths.postmortem(id)}>{title}</Up>}
        title="From this to its lessons"
        lead="What came of it, and who has learned from it."
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <Card aria-labelledby="chain">
          <h2 id="chain" className="mb-4 font-serif text-xl font-semibold">
            The chain
          </h2>
          <ChainList steps={loop.steps} time={loop.time} />
        </Card>
        <div className="space-y-6">
          <AgendaButton action={paths.postmortemOnAgenda(id)} {...agenda} />
          {loop.lessons.length > 0 && (
            <Card aria-labelledby="linked">
              <h2 id="linked" className="font-serif text-xl font-semibold">
                Where it is taught
              </h2>
              <LinkList postmortemId={id} lessons={loop.lessons} mayLink={loop.mayLink} zone={zone} />
            </Card>
          )}
          {choices && (
            <Card aria-labelledby="link-lesson" id="link">
              <h2 id="link-lesson" className="mb-1 font-serif text-xl font-semibold">
                Link a lesson or a question
              </h2>
              <p className="mb-4 text-sm text-soft">
                Whoever sees this postmortem sees the link, here and on the page of the lesson; nobody else
                does.
              </p>
              <LinkForm postmortemId={id} choices={choices} refused={refused} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

import type { MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { Conversation } from './conversation.tsx';
import type { loadConcern } from './page.server.ts';
import { Standing } from './standing.tsx';
import type { StepRefused } from './step-action.server.ts';
import { StepForms } from './step-forms.tsx';

export const meta: MetaFunction<typeof loadConcern> = ({ data: page }) => [
  { title: `${page?.concern.title.slice(0, 60) ?? 'Concern'} · Guildhall` },
];

/** A concern: what was said, where it stands, and what can be done. Its steps' addresses show it too. */
export function ConcernPage() {
  const page = useLoaderData<typeof loadConcern>();
  const refused = useActionData<StepRefused>();
  const { concern, squad, raiser, steps, article, part, offered } = page;
  return (
    <>
      <PageHead
        above={<Up to={paths.concerns()}>Concerns</Up>}
        title={concern.title}
        lead={
          <>
            Raised by {part.raised ? 'you' : raiser}
            {squad && ` in ${squad}`}, <Moment at={concern.raisedAt} />
            {concern.raisedFrom && (
              <>
                ,{' '}
                <Link to={concern.raisedFrom} className="text-accent underline underline-offset-4">
                  from this page
                </Link>
              </>
            )}
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr] lg:items-start">
        <div className="space-y-6 lg:order-first">
          <Conversation text={concern.text} by={raiser} at={concern.raisedAt} squad={squad} steps={steps} />
          {article && (
            <Callout tone="good" title="What was learned">
              <Link to={paths.article(article.id)} className="text-accent underline underline-offset-4">
                {article.question}
              </Link>
            </Callout>
          )}
          {offered.length > 0 && (
            <Card aria-label="What happens next">
              {refused?.words && (
                <div className="mb-4">
                  <Callout tone="warn" title={refused.words} live />
                </div>
              )}
              <StepForms id={concern.id} seen={steps.length} steps={offered} refused={refused} />
            </Card>
          )}
          {offered.length === 0 && refused && <Kept refused={refused} />}
        </div>
        <aside className="max-lg:order-first">
          <Standing {...page} />
        </aside>
      </div>
    </>
  );
}

/** What was typed by somebody who may take no step any more. */
function Kept({ refused: { words, values } }: { refused: StepRefused }) {
  return (
    <Callout tone="warn" title={words} live>
      <p className="mt-2 [overflow-wrap:anywhere] whitespace-pre-wrap">
        {[values.note, values.question, values.answer].filter(Boolean).join('\n\n')}
      </p>
    </Callout>
  );
}

import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import type { QuestionRefused } from './question-action.server.ts';
import { QuestionBadge } from './question-badge.tsx';
import { QuestionConversation } from './question-conversation.tsx';
import type { loadQuestion } from './question-page.server.ts';

export const meta: MetaFunction<typeof loadQuestion> = ({ data: page }) => [
  { title: `${page?.question.title.slice(0, 60) ?? 'Question'} · Guildhall` },
];

/** A question: what was said, what can be done, and what comes below. The addresses of what is done show it too. */
export function QuestionPage({ below }: { below?: ReactNode }) {
  const { question, replies, part, article } = useLoaderData<typeof loadQuestion>();
  const refused = useActionData<QuestionRefused>();
  const { id, title, text, day, askedAt, state, version, by } = question;
  const first = { by, isAsker: true, text: text || title, day, at: askedAt };
  const maySpeak = part.asked || (part.hosts && state !== 'closed');
  return (
    <>
      <PageHead
        above={<Up to={paths.questions()}>Questions</Up>}
        title={title}
        lead={<QuestionBadge state={state} />}
      />
      <div className="max-w-3xl space-y-6">
        {by === null && (
          <Callout title="Asked without a name">
            <p>Answer it like any other, and do not guess. Whoever asked reads it behind their link.</p>
          </Callout>
        )}
        <QuestionConversation words={[first, ...replies]} asker="Whoever asked" />
        {article && (
          <Callout tone="good" title="In the library of answers">
            <Link to={paths.article(article.id)} className="text-accent underline underline-offset-4">
              {article.question}
            </Link>
          </Callout>
        )}
        {refused?.words && <Callout tone="warn" title={refused.words} live />}
        {maySpeak && (
          <Card aria-label="Your turn">
            <Form method="post" action={paths.questionReplies(id)} className="space-y-4">
              <input type="hidden" name="seen" value={version} />
              <TextArea
                key={`${version}${refused ? 'refused' : ''}`}
                label={part.asked ? 'Add something, or ask back' : 'Your answer'}
                name="text"
                rows={5}
                required
                defaultValue={refused?.text}
                error={refused?.error}
                help={
                  !part.asked
                    ? 'Thank them for asking. One step they can take today is worth more than all there is to know.'
                    : undefined
                }
              />
              <Button weight="primary">{part.asked ? 'Send' : 'Answer'}</Button>
            </Form>
          </Card>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {part.hosts && !article && state !== 'open' && (
            <ButtonLink to={paths.questionArticle(id)}>Make an article of it</ButtonLink>
          )}
          {(part.asked || part.hosts) && state !== 'closed' && (
            <Form method="post" action={paths.questionClosing(id)}>
              <input type="hidden" name="seen" value={version} />
              <Button weight="quiet">{part.asked ? 'Close it: I know enough' : 'Close it'}</Button>
            </Form>
          )}
        </div>
        {below}
      </div>
    </>
  );
}

import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { TextArea } from '#app/ui/field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

import { QuestionBadge } from './question-badge.tsx';
import { QuestionConversation } from './question-conversation.tsx';
import type { State } from './question.ts';

type Props = {
  title: string;
  text: string;
  /** null: it is in the box still */
  day: string | null;
  state: State | null;
  /** a further word that is in the box still */
  waiting: string | null;
  replies: { by: string | null; isAsker: boolean; text: string; day: string; at: null }[];
  refused: { error: string | undefined; text: string } | null;
};

/** A question without a name, to whoever has its link. */
export function FollowedQuestion({ title, text, day, state, waiting, replies, refused }: Props) {
  const first = { by: null, isAsker: true, text: text || title, day: day ?? '', at: null };
  return (
    <>
      <PageHead title={title} lead={state === null ? 'It is in the box.' : <QuestionBadge state={state} />} />
      <div className="max-w-3xl space-y-6">
        {day === null ? (
          <InTheBox text={text || title} />
        ) : (
          <QuestionConversation words={[first, ...replies]} asker="You" />
        )}
        {waiting !== null && <InTheBox text={waiting} />}
        <Card aria-label="Your turn">
          <Form method="post" className="space-y-4" autoComplete="off">
            <TextArea
              key={`${waiting?.length} ${text.length} ${replies.length}`}
              label={state === 'answered' ? 'Does that help? Say more, or ask back' : 'Add something'}
              name="text"
              rows={4}
              required
              autoComplete="off"
              defaultValue={refused?.text}
              error={refused?.error}
            />
            <Button weight="primary">Send it without my name</Button>
          </Form>
        </Card>
        <p className="text-sm text-soft">
          Come back to this address for the answer: nobody can tell you that it is there. Whoever has the link
          can read and write here, whether they are signed in or not.
        </p>
      </div>
    </>
  );
}

function InTheBox({ text }: { text: string }) {
  return (
    <Callout tone="accent" title="In the box, until the next quarter of an hour" live>
      <p className="mt-1 wrap-anywhere whitespace-pre-wrap">{text}</p>
    </Callout>
  );
}

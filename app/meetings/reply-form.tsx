import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import { type Answer, answers, answerWords } from './meeting.ts';
import type { Replies } from './replies.server.ts';

type Props = { id: string; title: string; replies: Replies; back: 'meeting' | 'meetings' | 'home' };

/** “Do you come?”, with what one said already. */
export function ReplyForm({ id, title, replies, back }: Props) {
  return (
    <Form method="post" action={paths.meetingAnswer(id)} preventScrollReset>
      <input type="hidden" name="back" value={back} />
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="float-left mr-3 text-sm font-medium">
          {replies.own ? 'You said' : 'Do you come?'}
          <span className="sr-only"> {title}</span>
        </legend>
        {answers.map((answer) => (
          <button
            key={answer}
            name="answer"
            value={answer}
            aria-pressed={replies.own === answer}
            className="min-h-10 cursor-pointer rounded-md border border-line-strong bg-surface px-4 py-1.5 text-sm font-medium hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
          >
            {replies.own === answer && <span aria-hidden="true">✓ </span>}
            {answerWords[answer]}
          </button>
        ))}
      </fieldset>
    </Form>
  );
}

/** How many said what: “7 come, 2 perhaps, 1 does not”. */
export function repliesInWords({ yes, maybe, no }: Record<Answer, number>): string {
  const said = [
    yes > 0 && (yes === 1 ? '1 comes' : `${yes} come`),
    maybe > 0 && `${maybe} perhaps`,
    no > 0 && (no === 1 ? '1 does not' : `${no} do not`),
  ].filter(Boolean);
  return said.length > 0 ? said.join(', ') : 'Nobody has answered yet';
}

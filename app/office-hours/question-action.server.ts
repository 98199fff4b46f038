import { type ActionFunctionArgs, data } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

import { scopedQuestion } from './question-page.server.ts';
import { closingSchema, type Refusal, replySchema } from './question.ts';
import { close, reply } from './replying.server.ts';

const refusalWords: Record<Refusal, string> = {
  'not-yours': 'Only whoever asked and those who answer can write here.',
  'not-now': 'It was closed in the meantime. What you wrote is still here.',
  stale: 'Somebody wrote while you did. Read it above, then send: what you wrote is still here.',
};

/** What was refused: what to do about it, and what was typed. */
export type QuestionRefused = { words: string | null; error: string | undefined; text: string };

const refused = (what: QuestionRefused, status: number) => data(what, { status });

/** Adds a word when its address is posted to. What is refused comes back to the same page. */
export async function replyAction(args: ActionFunctionArgs) {
  const { viewer, question, part } = await scopedQuestion(args);
  const form = await readForm(args.request, replySchema);
  if ('refused' in form)
    return refused(
      { words: null, error: form.refused.errors.text, text: form.refused.values.text ?? '' },
      422,
    );
  const { text, seen } = form.value;
  const outcome = await reply(question.id, text, { byId: viewer.id, part, seen, now: Date.now() });
  if ('refused' in outcome)
    return refused({ words: refusalWords[outcome.refused], error: undefined, text }, 409);
  return redirectSaying(
    paths.question(question.id),
    part.asked
      ? 'Sent. Those who answer are told.'
      : question.personId === null
        ? 'Sent. Whoever asked finds it behind their link.'
        : 'Sent. Whoever asked is told.',
  );
}

/** Closes a question when its address is posted to. */
export async function closingAction(args: ActionFunctionArgs) {
  const { viewer, question, part } = await scopedQuestion(args);
  const form = await readForm(args.request, closingSchema);
  const seen = 'value' in form ? form.value.seen : 0;
  const outcome = await close(question.id, { byId: viewer.id, part, seen, now: Date.now() });
  if ('refused' in outcome)
    return refused({ words: refusalWords[outcome.refused], error: undefined, text: '' }, 409);
  return redirectSaying(
    paths.question(question.id),
    'Closed. A further word of whoever asked opens it again.',
  );
}

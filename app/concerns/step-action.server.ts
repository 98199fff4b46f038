import { type ActionFunctionArgs, data } from '@remix-run/node';

import { type Flash, redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

import type { Refusal, Step } from './concern.ts';
import { scopedConcern } from './page.server.ts';
import { stepSchema, wordsFor } from './step-form.ts';
import { takeStep } from './steps.server.ts';

const said: Record<Step, string> = {
  answered: 'Sent. Whoever raised it is told.',
  replied: 'Sent. Whoever holds it is told.',
  'passed-up': 'Passed on, with your note. You go on seeing it.',
  closed: 'Closed.',
  reopened: 'It is open again.',
};

const refusalWords: Record<Refusal | 'stale', string> = {
  'not-yours': 'It is with somebody else now. What you wrote is still here, to take along.',
  'not-now': 'It has been moved on in the meantime. What you wrote is still here.',
  'at-the-top': 'It is with the security team already: nothing is above them.',
  stale: 'Something happened while you were writing. Read it above, then send: what you wrote is still here.',
};

/** What a refused step is answered with: what to do about it, and all that was typed. */
export type StepRefused = {
  step: Step;
  words: string | null;
  errors: Record<string, string | undefined>;
  values: Record<string, string>;
};

/** Takes a step when its address is posted to. What is refused comes back to the same page, with what was typed. */
export function stepAction(step: Step) {
  return async function action(args: ActionFunctionArgs) {
    const { viewer, concern } = await scopedConcern(args);
    const form = await readForm(args.request, stepSchema);
    if ('refused' in form)
      return refused({ step, words: null, errors: form.refused.errors, values: form.refused.values }, 422);
    const values = typedAgain(form.value);
    const words = wordsFor(step, form.value);
    if ('errors' in words) return refused({ step, words: null, errors: words.errors, values }, 422);
    const { seen } = form.value;
    const outcome = await takeStep(concern.id, step, viewer, { ...words, seen }, Date.now());
    if ('refused' in outcome)
      return refused({ step, words: refusalWords[outcome.refused], errors: {}, values }, 409);
    return redirectSaying(paths.concern(concern.id), saying(concern.id, step, seen));
  };
}

const refused = (what: StepRefused, status: number) => data(what, { status });

/** What is said afterwards; a closing can be taken back. */
function saying(id: string, step: Step, seen: number): Flash {
  if (step !== 'closed') return { text: said[step] };
  const undo = { action: paths.concernReopening(id), fields: { seen: String(seen + 1) } };
  return { text: said[step], undo };
}

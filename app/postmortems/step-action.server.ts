import { type ActionFunctionArgs, redirect } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

import { refusalWords, type Step } from './postmortem.ts';
import { visiblePostmortem } from './postmortems.server.ts';
import { takeStep } from './publication.server.ts';
import { scoped } from './scoped.server.ts';

const said: Record<Exclude<Step, 'published'>, string> = {
  'sent-to-review': 'In review. Its reviewers see it now.',
  returned: 'A draft again.',
  reopened:
    'Open again. Until it is published next, it and its action items are seen by those who work on it.',
};

/** Takes a step when its URL is posted to, and leads back. */
export function stepAction(step: Exclude<Step, 'published'>) {
  return async function action(args: ActionFunctionArgs) {
    const { viewer, postmortem } = await scoped(args);
    const outcome = await takeStep(postmortem.id, step, { ...viewer, part: postmortem.part }, Date.now());
    // A reviewer who hands it back sees it again when they are asked the next time.
    const still = await visiblePostmortem(viewer, postmortem.id);
    const back = still ? paths.postmortem(postmortem.id) : paths.postmortems();
    if ('taken' in outcome) {
      const undo = { action: paths.postmortemPublication(postmortem.id), fields: { 'as-it-is': 'yes' } };
      return redirectSaying(back, { text: said[step], ...(step === 'reopened' && still && { undo }) });
    }
    const text = outcome.refused === 'incomplete' ? '' : refusalWords[outcome.refused];
    return redirectSaying(back, { text, tone: 'warn' });
  };
}

/** Asked by GET, a step's URL leads to what it is a step of. */
export const leadBack = ({ params }: { params: { id?: string } }) =>
  redirect(paths.postmortem(params.id ?? ''));

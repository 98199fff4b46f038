import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { type Flash, redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

import { type Outcome, takeStep } from './queue.server.ts';
import type { Step } from './queue.ts';

const refusals = {
  'not-now': 'Somebody was a moment quicker: the queue below is as it is now.',
  busy: 'You are seeing somebody. Finish with them, or put them back, and take the next.',
  closed: 'Nobody sits any more.',
  standing: 'They have joined the queue anew since.',
};

function words(refused: Extract<Outcome, { refused: string }>): string {
  if (refused.refused !== 'seen-by') return refusals[refused.refused as keyof typeof refusals];
  const next = refused.next ? `${refused.next.person} is next.` : 'Nobody else waits.';
  return `${refused.by} was a moment quicker and sees them already. ${next}`;
}

type Undone = { step: Step; said: string } | null;

/** Takes a step with a place in the queue when its address is posted to, or takes it back. */
export const placeStep = (step: Step, said: string, undone: Undone) =>
  async function action(args: ActionFunctionArgs) {
    const viewer = await requirePermission(args, 'see-office-hours');
    const id = args.params.id ?? '';
    const back = undone !== null && (await isUndo(args.request));
    const outcome = await takeStep(id, back ? undone.step : step, viewer, Date.now());
    if ('refused' in outcome) {
      if (outcome.refused === 'not-yours') throw data(null, { status: 404 });
      return redirectSaying(paths.queue(), { text: words(outcome), tone: 'warn' });
    }
    if (back) return redirectSaying(paths.queue(), undone.said);
    const path = new URL(args.request.url).pathname;
    const flash: Flash = undone
      ? { text: said, undo: { action: path, fields: { undo: 'yes' } } }
      : { text: said };
    return redirectSaying(paths.queue(), flash);
  };

/** Whoever opens the address of a step is led to the queue. */
export async function toQueue(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-office-hours');
  return redirect(paths.queue());
}

import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { z } from 'zod';

import { requireViewer } from '#app/accounts/session.server.ts';
import { prose } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

import { refusalWords, type Step } from './action-item.ts';
import { visibleActionItem } from './action-items.server.ts';
import { takeStep } from './steps.server.ts';

const said: Record<Step, string> = {
  accepted: 'Accepted. Its clock runs from now.',
  completed: 'Done. Now somebody else confirms that it works.',
  verified: 'Verified. Thank you for looking.',
  reopened: 'Open again.',
  dropped: 'Dropped, with your reason beside it.',
};

/** Takes a step when its URL is posted to, and leads back. */
export function stepAction(step: Step) {
  return async function action(args: ActionFunctionArgs) {
    const viewer = await requireViewer(args);
    const found = await visibleActionItem(viewer, args.params.id ?? '');
    if (!found) throw data(null, { status: 404 });
    // Whoever sees a fix may confirm it; the rest is for those who work on it.
    if (!found.workable && step !== 'verified') throw data(null, { status: 403 });
    const back = paths.actionItem(found.item.id);
    const form = await readForm(args.request, z.object({ note: prose(5000) }));
    if ('refused' in form) return redirectSaying(back, { text: form.refused.errors.note!, tone: 'warn' });
    const outcome = await takeStep(found.item.id, step, {
      byId: viewer.id,
      note: form.value.note,
      now: Date.now(),
    });
    if ('refused' in outcome)
      return redirectSaying(back, { text: refusalWords[outcome.refused], tone: 'warn' });
    // Reopening leads to "open": it undoes what began there, and nothing else.
    const undo = (step === 'completed' || step === 'dropped') && found.item.state === 'open';
    return redirectSaying(back, {
      text: said[step],
      ...(undo && found.workable && { undo: { action: paths.actionItemReopening(found.item.id) } }),
    });
  };
}

/** Asked by GET, a step's URL leads to what it is a step of. */
export const leadBack = ({ params }: { params: { id?: string } }) =>
  redirect(paths.actionItem(params.id ?? ''));

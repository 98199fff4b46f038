/** For the routes below one enrolment: who asks, and the enrolment through their eyes. */
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';

import { requireViewer } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

import type { Step } from './enrolment.ts';
import { takeStep } from './enrolments.server.ts';
import { refusalWords } from './refusals.ts';
import { visibleEnrolment } from './visible.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: { id?: string } };

/** 404 when it isn't theirs to see, whether it exists or not. A browser keeps nothing of it. */
export async function scopedEnrolment(args: Asked) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const found = await visibleEnrolment(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** Asked by GET, a step's URL leads to what it is a step of. */
export async function leadBack(args: LoaderFunctionArgs) {
  const { enrolment } = await scopedEnrolment(args);
  return redirect(paths.enrolment(enrolment.id));
}

type Stepping = { step: Step; said: string; back?: { step: Step; said: string; to: (id: string) => string } };

/** Takes a step when its URL is posted to, or takes it back where the form says so, and leads to the enrolment. */
export function stepAction({ step, said, back }: Stepping) {
  return async function action(args: ActionFunctionArgs) {
    const { viewer, enrolment, part } = await scopedEnrolment(args);
    const page = paths.enrolment(enrolment.id);
    const undoing = back !== undefined && (await isUndo(args.request));
    const by = { id: viewer.id, part };
    const outcome = await takeStep(enrolment.id, undoing ? back.step : step, { by, now: Date.now() });
    if ('refused' in outcome)
      return redirectSaying(page, { text: refusalWords[outcome.refused], tone: 'warn' });
    if (undoing) return redirectSaying(page, back.said);
    return redirectSaying(page, {
      text: said,
      ...(back && { undo: { action: back.to(enrolment.id), fields: { undo: 'yes' } } }),
    });
  };
}

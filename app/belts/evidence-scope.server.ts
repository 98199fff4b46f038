/** For the routes below one piece of evidence: who asks, and the evidence through their eyes. */
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

import { takeEvidenceStep } from './evidence-steps.server.ts';
import { refusalWords } from './evidence-words.ts';
import { visibleEvidence } from './visible-evidence.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: { id?: string } };

/** 404 when it isn't theirs to see, whether it exists or not. A browser keeps nothing of it. */
export async function scopedEvidence(args: Asked) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const now = Date.now();
  const found = await visibleEvidence(viewer, args.params.id ?? '', now);
  if (!found) throw data(null, { status: 404 });
  return { viewer, now, ...found };
}

/** Asked by GET, a step's URL leads to what it is a step of. */
export async function leadBack(args: LoaderFunctionArgs) {
  const { evidence } = await scopedEvidence(args);
  return redirect(paths.evidence(evidence.id));
}

type There = { step: 'submitted' | 'withdrawn'; said: string };
type Back = { step: 'recalled' | 'resumed'; said: string; to: (id: string) => string };

/** A step that is taken by posting to its URL, and undone by posting there that it be. */
export const stepAction = (there: There, back: Back) => async (args: ActionFunctionArgs) => {
  const { viewer, evidence, now } = await scopedEvidence(args);
  const undoing = await isUndo(args.request);
  const page = paths.evidence(evidence.id);
  const outcome = await takeEvidenceStep(viewer, evidence.id, undoing ? back.step : there.step, { now });
  if (!outcome) throw data(null, { status: 404 });
  if ('refused' in outcome)
    return redirectSaying(page, { text: refusalWords[outcome.refused], tone: 'warn' });
  if (undoing) return redirectSaying(page, back.said);
  const undo = { action: back.to(evidence.id), fields: { undo: 'yes' } };
  return redirectSaying(page, { text: there.said, undo });
};

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

import { takeRewardStep } from './fulfilling.server.ts';
import type { Refusal, Step } from './reward-request.ts';
import { requestPage } from './reward-requests.server.ts';

/** A request for its person and organisers. */
export async function loadRequest(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const page = await requestPage(viewer, args.params.id!);
  if (!page) throw data(null, { status: 404 });
  return page;
}

const because: Record<Refusal, string> = {
  'not-yours': 'That is for somebody else to do. What one asked for oneself is for another organiser.',
  'not-now': 'Somebody was there before you: this is how it stands now.',
  ungranted: 'What it was for does not stand any more: it cannot be given for that.',
  left: 'Their account is closed: withdraw it for them.',
};

const done: Record<Step, string> = {
  approved: 'Approved. They are told; now it can be sent.',
  reopened: 'The approval is taken back.',
  shipped: 'Sent. They are told; size and address are deleted.',
  declined: 'Not given. They are told that there is an answer, and read your reason here.',
  withdrawn: 'Withdrawn. It is back on the shelf; size and address are deleted.',
};

/** Takes a step for a request and says what came of it, with a way back from an approval. */
export async function answerStep(
  { params }: ActionFunctionArgs,
  viewer: Viewer,
  step: Step,
  note?: string,
): Promise<Response> {
  const id = params.id!;
  const taken = await takeRewardStep(viewer, id, step, {
    ...(note !== undefined && { note }),
    now: Date.now(),
  });
  if (!taken) throw data(null, { status: 404 });
  const page = paths.rewardRequest(id);
  if ('refused' in taken) return redirectSaying(page, { text: because[taken.refused], tone: 'warn' });
  return redirectSaying(page, {
    text: done[step],
    ...(step === 'approved' && { undo: { action: paths.rewardApproval(id), fields: { undo: 'yes' } } }),
  });
}

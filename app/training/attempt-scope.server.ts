/** For the routes below one attempt: who asks, and the attempt through their eyes. */
import { type AppLoadContext, data } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { formIn } from '#app/http/form.server.ts';

import { stateOf } from './attempt.ts';
import { ownAttempt } from './attempts.server.ts';
import { moduleNamed } from './curriculum.server.ts';
import { closeIfOver } from './finishing.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: Record<string, string | undefined> };

/**
 * 404 when it isn't theirs, whether it exists or not: nobody looks at another's answers. A browser keeps nothing of it.
 * One whose window has passed is closed first.
 */
export async function scopedAttempt(args: Asked, now: number) {
  const viewer = await requirePermission(args, 'see-training');
  args.context.keptNowhere = true;
  const id = args.params.id ?? '';
  let attempt = await ownAttempt(viewer, id);
  if (attempt && stateOf(attempt, now) === 'over') {
    await closeIfOver(id, now);
    attempt = await ownAttempt(viewer, id);
  }
  if (!attempt) throw data(null, { status: 404 });
  return { viewer, attempt, title: moduleNamed(attempt.module)?.title ?? attempt.module };
}

/** The places of the options that a form chose; what is no number is a place where nothing is. */
export const choicesIn = async (request: Request): Promise<number[]> =>
  (await formIn(request))
    .getAll('choice')
    .map((text) => (typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : -1));

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { paths } from '#app/paths.ts';
import { scopedAttempt } from '#app/training/attempt-scope.server.ts';
import { finish } from '#app/training/attempts.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { attempt } = await scopedAttempt(args, Date.now());
  return redirect(paths.attempt(attempt.id));
}

/** Of two tabs that finish both are led to the one result. */
export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const { viewer, attempt } = await scopedAttempt(args, now);
  await finish(viewer, attempt.id, now);
  return redirect(paths.attempt(attempt.id), 303);
}

import { type ActionFunctionArgs, data } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { loadQueue } from '#app/office-hours/queue-loading.server.ts';
import { rewritePlace } from '#app/office-hours/queue.server.ts';
import { wordsSchema } from '#app/office-hours/words.ts';
import { paths } from '#app/paths.ts';

export { meta, QueuePage as default } from '#app/office-hours/queue-view.tsx';

export const loader = loadQueue;

/** Changes what somebody came with. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const form = await readForm(args.request, wordsSchema);
  const nothing = { problem: null, stale: null, version: null };
  if ('refused' in form) return data({ ...nothing, ...form.refused }, { status: 422 });
  const saved = await rewritePlace(viewer, args.params.id ?? '', form.value);
  if ('saved' in saved) return redirectSaying(paths.queue(), 'Saved. You keep your place.');
  if (saved.refused === 'not-now') throw data(null, { status: 404 });
  const stale = [
    { name: 'What it is about', theirs: saved.now.topic, yours: form.value.topic },
    { name: 'What you have tried', theirs: saved.now.tried, yours: form.value.tried },
  ];
  const values = typedAgain(form.value);
  return data({ problem: null, errors: {}, values, stale, version: saved.now.version }, { status: 409 });
}

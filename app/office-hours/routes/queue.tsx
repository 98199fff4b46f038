import { type ActionFunctionArgs, data } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { loadQueue } from '#app/office-hours/queue-loading.server.ts';
import { join } from '#app/office-hours/queue.server.ts';
import { wordsSchema } from '#app/office-hours/words.ts';
import { paths } from '#app/paths.ts';

export { meta, QueuePage as default } from '#app/office-hours/queue-view.tsx';

export const loader = loadQueue;

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const form = await readForm(args.request, wordsSchema);
  const nothing = { problem: null, stale: null, version: null };
  if ('refused' in form) return data({ ...nothing, ...form.refused }, { status: 422 });
  const { topic, tried } = form.value;
  const joined = await join(viewer, { topic, tried }, Date.now());
  if ('id' in joined) return redirectSaying(paths.queue(), 'You are in. Glad that you came.');
  const values = { id: newFormId(args), topic, tried };
  return data({ ...nothing, problem: 'closed', errors: {}, values }, { status: 409 });
}

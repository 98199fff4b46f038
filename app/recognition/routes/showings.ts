import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { show } from '#app/recognition/showing.server.ts';
import { showingProblem, shownKinds } from '#app/recognition/showing.ts';

const what = z.object({ kind: z.enum(shownKinds), subject: z.string().min(1).max(100) });

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-recognition');
  return redirect(paths.ownRecognition());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const read = await readForm(args.request, what);
  if ('refused' in read) throw data(null, { status: 400 });
  const done = await show(viewer, read.value, Date.now());
  if (!done) throw data(null, { status: 404 });
  if ('refused' in done)
    return redirectSaying(paths.ownRecognition(), { text: showingProblem[done.refused], tone: 'warn' });
  return redirectSaying(paths.ownRecognition(), {
    text: 'It is on the wall.',
    undo: { action: paths.showingEnding(done.shown) },
  });
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { openAttempt } from '#app/training/attempts.server.ts';
import { scopedModule } from '#app/training/scoped-module.server.ts';
import { moment } from '#app/ui/time.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { module } = await scopedModule(args);
  return redirect(paths.module(module.key));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, module } = await scopedModule(args);
  const opened = await openAttempt(viewer, module.key, Date.now());
  if (!('refused' in opened)) return redirect(paths.attemptQuestion(opened.id, 1), 303);
  if (opened.refused === 'already-open') return redirect(paths.attempt(opened.id), 303);
  const text =
    opened.refused === 'too-early'
      ? `The next attempt can begin on ${moment(opened.from, await zoneHere())}. Practice is open until then.`
      : 'Read the lesson to its end first; then its questions are yours.';
  return redirectSaying(paths.module(module.key), { text, tone: 'warn' });
}

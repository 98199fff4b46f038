import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { scopedHost, scopedHours } from '#app/office-hours/hosting-scope.server.ts';
import { endHours, resumeHours } from '#app/office-hours/hours.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await scopedHost(args);
  return redirect(paths.hosting());
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, hours } = await scopedHours(args);
  if (await isUndo(args.request)) {
    await resumeHours(viewer, hours.id, Date.now());
    return redirectSaying(paths.hosting(), 'They go on. Who was moved to another host stays there.');
  }
  await endHours(viewer, hours.id, Date.now());
  return redirectSaying(paths.hosting(), {
    text: 'Ended. Who had booked is seen by another host, or is first in line.',
    undo: { action: paths.hoursEnding(hours.id), fields: { undo: 'yes' } },
  });
}

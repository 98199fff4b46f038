import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { cancelSitting, restoreSitting } from '#app/office-hours/cancelling.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-office-hours');
  return redirect(paths.hosting());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const id = args.params.id ?? '';
  const back = await isUndo(args.request);
  const done = await (back ? restoreSitting : cancelSitting)(viewer, id, Date.now());
  if (!done) throw data(null, { status: 404 });
  return redirectSaying(
    paths.hosting(),
    back
      ? 'It takes place. Who was moved to another host stays there.'
      : {
          text: 'Called off. Who had booked is seen by another host at that time, or is first in line.',
          undo: { action: paths.sittingCancellation(id), fields: { undo: 'yes' } },
        },
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requireOwner } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { callOff } from '#app/concerns/deputies.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireOwner(args);
  return redirect(paths.ownDeputy());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireOwner(args);
  const id = args.params.id ?? '';
  const back = await isUndo(args.request);
  const done = await callOff(viewer, id, { back, zone: await zoneHere() }, Date.now());
  if (!done) throw data(null, { status: 404 });
  if ('refused' in done)
    return redirectSaying(paths.ownDeputy(), {
      text: 'You have said since that you are away on some of these days. Call that off first.',
      tone: 'warn',
    });
  return redirectSaying(
    paths.ownDeputy(),
    back
      ? 'It stands again.'
      : {
          text: 'Called off. Concerns come to you again.',
          undo: { action: paths.deputyWithdrawal(id), fields: { undo: 'yes' } },
        },
  );
}

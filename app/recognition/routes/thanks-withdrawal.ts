import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { giveAgain, takeBack } from '#app/recognition/giving.server.ts';
import { thanksProblem } from '#app/recognition/thanks.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-recognition');
  return redirect(paths.thanks(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    const again = await giveAgain(viewer, id, Date.now());
    if (!again) throw data(null, { status: 404 });
    return 'refused' in again
      ? redirectSaying(paths.ownRecognition(), { text: thanksProblem[again.refused].words, tone: 'warn' })
      : redirectSaying(paths.thanks(again.given), 'It stands again.');
  }
  if (!(await takeBack(viewer, id, Date.now()))) throw data(null, { status: 404 });
  return redirectSaying(paths.ownRecognition(), {
    text: 'Taken back. You have one more to give this month.',
    undo: { action: paths.thanksWithdrawal(id), fields: { undo: 'yes' } },
  });
}

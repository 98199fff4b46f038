import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import type { Refusal } from '#app/recognition/nomination.ts';
import { refusals } from '#app/recognition/nomination-form.ts';
import { bringNominationBack, withdrawNomination } from '#app/recognition/nomination-withdrawing.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-recognition');
  return redirect(paths.nomination(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    const back = await bringNominationBack(viewer, id, Date.now());
    if (!back) throw data(null, { status: 404 });
    return redirectSaying(
      paths.nomination(id),
      'refused' in back ? { text: whyNot(back.refused), tone: 'warn' } : 'It waits to be decided again.',
    );
  }
  const withdrawn = await withdrawNomination(viewer, id, Date.now());
  if (!withdrawn) throw data(null, { status: 404 });
  if ('refused' in withdrawn)
    return redirectSaying(paths.nomination(id), {
      text: 'It has been decided meanwhile, and stays as it is.',
      tone: 'warn',
    });
  return redirectSaying(paths.awards(), {
    text: 'Withdrawn. Nobody is told; you can put them forward again.',
    undo: { action: paths.nominationWithdrawal(id), fields: { undo: 'yes' } },
  });
}

const whyNot = (refused: Refusal | 'too-late'): string =>
  refused === 'too-late'
    ? 'It cannot wait again any more. Put them forward anew instead.'
    : Object.values(refusals[refused])[0]!;

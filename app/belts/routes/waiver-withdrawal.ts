import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { restoreWaiver, withdrawWaiver } from '#app/belts/waivers.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-belts');
  return redirect(paths.belts());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-belts');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    const restored = await restoreWaiver(viewer, id, Date.now());
    if (!restored) throw data(null, { status: 404 });
    const to = paths.personBelts(restored.personId);
    if ('refused' in restored)
      return redirectSaying(to, { text: 'Another waiver has taken its place.', tone: 'warn' });
    return redirectSaying(to, 'The waiver stands again.');
  }
  const withdrawn = await withdrawWaiver(viewer, id, Date.now());
  if (!withdrawn) throw data(null, { status: 404 });
  return redirectSaying(paths.personBelts(withdrawn.personId), {
    text: 'The waiver has ended.',
    undo: { action: paths.beltWaiverWithdrawal(id), fields: { undo: 'yes' } },
  });
}

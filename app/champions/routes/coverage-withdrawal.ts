import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { restoreWaiver, withdrawWaiver } from '#app/champions/waivers.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-coverage');
  return redirect(paths.coverage());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-coverage');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    const restored = await restoreWaiver(id, Date.now());
    if (!restored) throw data(null, { status: 404 });
    const to = paths.squadCoverage(restored.squadId);
    if ('refused' in restored)
      return redirectSaying(to, { text: 'Another waiver has taken its place.', tone: 'warn' });
    return redirectSaying(to, 'The waiver stands again.');
  }
  const withdrawn = await withdrawWaiver(viewer, id, Date.now());
  if (!withdrawn) throw data(null, { status: 404 });
  return redirectSaying(paths.squadCoverage(withdrawn.squadId), {
    text: 'The waiver has ended.',
    undo: { action: paths.waiverWithdrawal(id), fields: { undo: 'yes' } },
  });
}

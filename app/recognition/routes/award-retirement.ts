import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { bringBackAward, retireAward } from '#app/recognition/defining.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  return redirect(paths.awards());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-recognition');
  const key = args.params.key!;
  if (await isUndo(args.request)) {
    const back = await bringBackAward(key);
    if (!back) throw data(null, { status: 404 });
    return redirectSaying(paths.awards(), `${back.name} is given again.`);
  }
  const retired = await retireAward(viewer, key, Date.now());
  if (!retired) throw data(null, { status: 404 });
  return redirectSaying(paths.awards(), {
    text: `${retired.name} is not given any more. What was given stays, and what was put forward for it can still be decided.`,
    undo: { action: paths.awardRetirement(key), fields: { undo: 'yes' } },
  });
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { askToPost, takeBackPost } from '#app/belts/posting.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-belts');
  return redirect(paths.promotion(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  const id = args.params.id!;
  const page = paths.promotion(id);
  if (await isUndo(args.request)) {
    const back = await takeBackPost(viewer, id);
    if (!back) throw data(null, { status: 404 });
    return 'refused' in back
      ? redirectSaying(page, { text: 'It has gone out already.', tone: 'warn' })
      : redirectSaying(page, 'Nothing is posted.');
  }
  const asked = await askToPost(viewer, id, Date.now());
  if (!asked) throw data(null, { status: 404 });
  if ('refused' in asked)
    return redirectSaying(page, {
      text: asked.refused === 'already' ? 'That was asked for already.' : 'There is no channel to post to.',
      tone: 'warn',
    });
  return redirectSaying(page, {
    text: 'The guild’s channels hear of it in a minute.',
    undo: { action: paths.promotionPost(id), fields: { undo: 'yes' } },
  });
}

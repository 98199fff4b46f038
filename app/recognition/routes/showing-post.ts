import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { askToPost, takeBackPost } from '#app/recognition/posting.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-recognition');
  return redirect(paths.ownRecognition());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const id = args.params.id!;
  const isBack = await isUndo(args.request);
  const done = isBack ? await takeBackPost(viewer, id) : await askToPost(viewer, id, Date.now());
  if (!done) throw data(null, { status: 404 });
  if ('refused' in done)
    return redirectSaying(paths.ownRecognition(), { text: problems[done.refused], tone: 'warn' });
  return redirectSaying(
    paths.ownRecognition(),
    isBack
      ? 'Nothing is posted. It stays on the wall.'
      : {
          text: 'The guild’s channels hear of it in a minute.',
          undo: { action: paths.showingPost(id), fields: { undo: 'yes' } },
        },
  );
}

const problems = {
  already: 'That was asked for already.',
  'no-channel': 'There is no channel to post to.',
  'went-out': 'It has gone out already.',
};

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { scopedOwnReview } from '#app/recognition/review-page.server.ts';
import { endSharing, resumeSharing } from '#app/recognition/review-sharing.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { review } = await scopedOwnReview(args);
  return redirect(paths.review(review.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, review } = await scopedOwnReview(args);
  const page = paths.review(review.id);
  const shareId = args.params.shareId!;
  if (await isUndo(args.request)) {
    const resumed = await resumeSharing(viewer, review.id, shareId);
    return resumed
      ? redirectSaying(page, `${resumed.name} may read it, as before.`)
      : redirectSaying(page, { text: 'There is nothing to take back.', tone: 'warn' });
  }
  const ended = await endSharing(viewer, review.id, shareId, Date.now());
  if (!ended) return redirectSaying(page, { text: 'That has ended already.', tone: 'warn' });
  return redirectSaying(page, {
    text: `${ended.name} does not see it any more.`,
    undo: { action: paths.reviewShareEnding(review.id, shareId), fields: { undo: 'yes' } },
  });
}

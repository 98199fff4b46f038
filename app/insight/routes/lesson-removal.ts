import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { bringLinkBack, mayLink, removeLink } from '#app/insight/links.server.ts';
import { paths } from '#app/paths.ts';
import { scoped } from '#app/postmortems/scoped.server.ts';

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.postmortemLoop(params.id ?? ''));

/** Takes back that a lesson came out of a postmortem, or says it again as it was. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scoped(args);
  if (!mayLink(viewer, postmortem)) throw data({ why: 'not-yours' }, { status: 403 });
  const which = { postmortemId: postmortem.id, linkId: args.params.linkId ?? '' };
  const back = paths.postmortemLoop(postmortem.id);
  if (await isUndo(args.request)) {
    const stands = await bringLinkBack(which);
    return redirectSaying(back, stands ? 'It is linked again.' : 'There is nothing to bring back any more.');
  }
  if (!(await removeLink(viewer, which, Date.now())))
    return redirectSaying(back, { text: 'This link was taken back already.', tone: 'warn' });
  return redirectSaying(back, {
    text: 'The link is taken back.',
    undo: { action: paths.lessonRemoval(postmortem.id, which.linkId), fields: { undo: 'yes' } },
  });
}

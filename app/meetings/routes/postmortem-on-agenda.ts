import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { answerPutting } from '#app/meetings/putting.server.ts';
import { paths } from '#app/paths.ts';
import { scoped } from '#app/postmortems/scoped.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { postmortem } = await scoped(args);
  return redirect(paths.postmortem(postmortem.id));
}

/** Puts a published postmortem on the agenda, for whoever may see it; its item is seen by those who see the postmortem. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scoped(args);
  const { id, title, audienceId, state } = postmortem;
  const back = paths.postmortem(id);
  if (state !== 'published')
    return redirectSaying(back, { text: 'It can be put on an agenda once it is published.', tone: 'warn' });
  return answerPutting(args, viewer, { room: 'postmortems', id, title, audienceId }, back);
}

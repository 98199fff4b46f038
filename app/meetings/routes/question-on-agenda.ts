import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { answerPutting } from '#app/meetings/putting.server.ts';
import { visibleQuestion } from '#app/office-hours/visible-question.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-meetings');
  return redirect(paths.question(args.params.id ?? ''));
}

/** Puts a question of office hours that was answered on the agenda. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-meetings');
  // Of one without a name, that there is such a one is for hosts alone to know.
  const found = await visibleQuestion(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  const { id, title, state } = found.question;
  const back = paths.question(id);
  if (state !== 'answered')
    return redirectSaying(back, { text: 'It can be put on an agenda once it is answered.', tone: 'warn' });
  return answerPutting(args, viewer, { room: 'questions', id, title, audienceId: null }, back);
}

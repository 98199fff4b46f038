import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { answeredQuestion } from '#app/meetings/answered-question.server.ts';
import { answerPutting } from '#app/meetings/putting.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-meetings');
  return redirect(paths.question(args.params.id ?? ''));
}

/** Puts a question of office hours that was answered on the agenda. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-meetings');
  const question = await answeredQuestion(args.params.id ?? '');
  if (!question) throw data(null, { status: 404 });
  const back = paths.question(question.id);
  if (question.state !== 'answered')
    return redirectSaying(back, { text: 'It can be put on an agenda once it is answered.', tone: 'warn' });
  return answerPutting(args, viewer, { room: 'questions', ...question, audienceId: null }, back);
}

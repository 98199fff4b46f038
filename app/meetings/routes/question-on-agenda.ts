import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { answerPutting } from '#app/meetings/putting.server.ts';
import { scopedQuestion } from '#app/office-hours/question-page.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { question } = await scopedQuestion(args);
  return redirect(paths.question(question.id));
}

/**
 * Puts a question that was answered on the agenda. Of one asked without a name hosts alone know the words: everybody
 * else gets them where a host writes them into the item.
 */
export async function action(args: ActionFunctionArgs) {
  const { viewer, question } = await scopedQuestion(args);
  const back = paths.question(question.id);
  if (question.state !== 'answered')
    return redirectSaying(back, { text: 'It can be put on an agenda once it is answered.', tone: 'warn' });
  const title = question.personId === null ? 'A question from office hours' : question.title;
  return answerPutting(args, viewer, { room: 'questions', id: question.id, title, audienceId: null }, back);
}

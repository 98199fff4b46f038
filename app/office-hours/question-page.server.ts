/** What the page of a question shows, whichever of its addresses it stands at. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { requireViewer } from '#app/accounts/session.server.ts';
import { articleOfQuestion } from '#app/answers/articles.server.ts';

import { repliesTo, visibleQuestion } from './visible-question.server.ts';

/** The question an address names, through the viewer; 404 for everyone who may not know of it. */
export async function scopedQuestion(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const found = await visibleQuestion(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** The same for hosts alone; 403 for others. */
export async function scopedToHosts(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await scopedQuestion(args);
  if (!found.part.hosts) throw data(null, { status: 403 });
  return found;
}

/** The loader of a question's page. */
export async function loadQuestion(args: LoaderFunctionArgs) {
  const { question, by, part } = await scopedQuestion(args);
  const [replies, article] = await Promise.all([repliesTo(question.id), articleOfQuestion(question.id)]);
  const { id, title, text, day, askedAt, state, version, personId } = question;
  return {
    question: { id, title, text, day, askedAt, state, version, by },
    replies: replies.map(({ number, byId, by: name, text: said, day: on, at }) => ({
      number,
      by: name,
      isAsker: byId === personId,
      text: said,
      day: on,
      at,
    })),
    part,
    article,
  };
}

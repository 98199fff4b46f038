import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

import { countDeadLink, waitForLinks } from '#app/accounts/throttle.server.ts';
import { closed } from '#app/accounts/waiting.server.ts';

import { behind } from './letter-box.server.ts';
import { repliesTo } from './visible-question.server.ts';

/**
 * What somebody sees who follows the link of a question without a name; nothing of it depends on who they are. A link
 * that opens nothing is answered 404, and counted; 429 to whoever tried many.
 */
export async function followed({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const seconds = await waitForLinks(context.address);
  if (seconds > 0) return closed({ refused: 'too-many', seconds });
  const found = await behind(params.secret ?? '');
  if (!found) {
    await countDeadLink(context.address);
    return closed({ refused: 'dead' });
  }
  const { question, waiting } = found;
  const replies = question ? await repliesTo(question.id) : [];
  return {
    closed: false as const,
    title: (question ?? waiting)!.title,
    text: (question ?? waiting)!.text,
    day: question?.day ?? null,
    state: question?.state ?? null,
    waiting: question && waiting ? waiting.text : null,
    replies: replies.map(({ byId, by, text, day }) => ({ by, isAsker: byId === null, text, day, at: null })),
  };
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { optionalLine } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, type Refused } from '#app/http/form.server.ts';
import { linkChoices } from '#app/insight/link-choices.server.ts';
import { linkLesson } from '#app/insight/links.server.ts';
import { MOST_LINKS } from '#app/insight/loop.ts';
import { LoopPage } from '#app/insight/loop-page.tsx';
import { loopPage } from '#app/insight/loop-page.server.ts';
import { paths } from '#app/paths.ts';
import { scoped } from '#app/postmortems/scoped.server.ts';

export const meta: MetaFunction = () => [{ title: 'Link a lesson · Guildhall' }];

export const loader = (args: LoaderFunctionArgs) => loopPage(args);

const schema = z.object({ module: optionalLine(200), question: optionalLine(200) });
const words = {
  'no-lesson': { module: 'Choose a lesson from the list; what was asked for is not in the curriculum.' },
  enough: {
    module: `There are ${MOST_LINKS} links already, which is as many as anybody reads. Take one back to make room.`,
  },
  'no-question': { question: 'Choose a question from the list; what was asked for is not in this lesson.' },
};

const refusing = (refused: Refused<'module' | 'question'>) =>
  data({ refused, choices: linkChoices(refused.values['module'] ?? '') }, { status: 422 });

/** Says that a lesson, or one of its questions, came out of a postmortem. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, postmortem } = await scoped(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) return refusing(form.refused);
  const { module, question } = form.value;
  const linked = await linkLesson(viewer, postmortem.id, { module, question: question || null }, Date.now());
  const back = paths.postmortemLoop(postmortem.id);
  if (!('refused' in linked)) {
    const undo = { action: paths.lessonRemoval(postmortem.id, linked.id) };
    return redirectSaying(back, linked.isNew ? { text: 'Linked.', undo } : 'It is linked already.');
  }
  if (linked.refused === 'not-there') throw data(null, { status: 404 });
  if (linked.refused === 'not-yours') throw data({ why: 'not-yours' }, { status: 403 });
  return refusing({ errors: words[linked.refused], values: { module, question } });
}

export default function Lessons() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LoopPage {...page} {...answer} />;
}

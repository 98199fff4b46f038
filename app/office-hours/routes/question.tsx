import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { AgendaButton } from '#app/meetings/agenda-button.tsx';
import { seriesAhead } from '#app/meetings/series-ahead.server.ts';
import { standingOf } from '#app/meetings/sources.server.ts';
import { loadQuestion } from '#app/office-hours/question-page.server.ts';
import { QuestionPage } from '#app/office-hours/question-page.tsx';
import { paths } from '#app/paths.ts';

export { meta } from '#app/office-hours/question-page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const [viewer, page] = [await requireViewer(args), await loadQuestion(args)];
  const { id, state } = page.question;
  const standing = await standingOf(viewer, { room: 'questions', id });
  return { ...page, standing, ahead: state === 'answered' ? await seriesAhead(Date.now()) : [] };
}

export default function Question() {
  const { question, standing, ahead } = useLoaderData<typeof loader>();
  const action = paths.questionOnAgenda(question.id);
  return <QuestionPage below={<AgendaButton action={action} standing={standing} ahead={ahead} />} />;
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { readCursor } from '#app/http/cursor.ts';
import { isHost } from '#app/office-hours/host.server.ts';
import { NoQuestions } from '#app/office-hours/no-questions.tsx';
import { countOpenQuestions, questionsPage } from '#app/office-hours/question-list.server.ts';
import { pileIn, piles, pileWords } from '#app/office-hours/question-list.ts';
import { QuestionList } from '#app/office-hours/question-list.tsx';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Questions · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { searchParams } = new URL(args.request.url);
  const [hosts, waiting] = await Promise.all([isHost(viewer), countOpenQuestions(viewer)]);
  const pile = pileIn(searchParams.get('pile')) ?? (hosts ? 'open' : 'answered');
  const after = readCursor(searchParams.get('after'));
  return { hosts, waiting, pile, continued: after !== null, ...(await questionsPage(viewer, pile, after)) };
}

export default function Questions() {
  const { hosts, waiting, pile, continued, questions, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Questions"
        lead="Ask champions and the security team. No question is too small, and each is asked for somebody who does not dare."
        actions={
          <>
            <ButtonLink weight="primary" to={paths.newQuestion()}>
              Ask a question
            </ButtonLink>
            <ButtonLink to={paths.newNameless()}>Ask without your name</ButtonLink>
          </>
        }
      />
      <nav aria-label="Which questions" className="mb-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-2 border-b border-line">
          {piles.map((one) => (
            <li key={one}>
              <Link
                to={paths.questions(one)}
                aria-current={one === pile ? 'page' : undefined}
                className="block border-b-2 border-transparent py-2 text-soft hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
              >
                {pileWords[one]}
                {one === 'open' && waiting > 0 && ` (${waiting})`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {questions.length > 0 ? (
        <QuestionList questions={questions} />
      ) : (
        <NoQuestions pile={pile} continued={continued} hosts={hosts} />
      )}
      <NextPage to={next && `${paths.questions(pile)}&after=${next}`}>More questions</NextPage>
    </>
  );
}

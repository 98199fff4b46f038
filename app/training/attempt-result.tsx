import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { Explained } from './explained.tsx';
import { InlineCode } from './inline-code.tsx';
import type { ExplainedQuestion } from './quiz-question.ts';
import type { Outcome } from './scoring.ts';

type Result = {
  title: string;
  up: { to: string; practice: string } | null;
  result: {
    /** the next attempt, where it is open */
    open: string | null;
    outcome: Outcome;
    right: number;
    asked: number;
    finishedAt: number;
    needed: number;
    passMark: number;
    beginFrom: number | null;
    questions: ExplainedQuestion[];
  };
};

/** A finished attempt: what it came to, what to do next, and every question as it was seen. */
export function AttemptResult({ title, up, result }: Result) {
  const { open, outcome, right, asked, finishedAt, needed, passMark, beginFrom, questions } = result;
  const passed = outcome === 'passed';
  return (
    <>
      <PageHead
        above={up && <Up to={up.to}>{title}</Up>}
        title={passed ? `Passed: “${title}”` : `Not there yet: “${title}”`}
        lead={
          <>
            {right} of {asked} right. Finished <Moment at={finishedAt} />.
          </>
        }
      />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <Callout tone={passed ? 'good' : 'accent'} title={passed ? 'Well done.' : nearness(needed - right)}>
          <p>
            {passed
              ? 'Your belts show what it counts for.'
              : `It takes ${needed} of ${asked} (${passMark} %). `}
            {!passed && !open && 'Below is why each answer is right or not; practise as often as you like. '}
            {!passed &&
              up &&
              !open &&
              (beginFrom === null ? (
                'You can try again now.'
              ) : (
                <>
                  You can try again from <Moment at={beginFrom} /> on.
                </>
              ))}
            {!up && ' This module is no longer part of the curriculum; the attempt stays as it was.'}
          </p>
          <p className="mt-3 flex flex-wrap gap-3">
            {passed && (
              <ButtonLink weight="primary" to={paths.belts()}>
                Your belts
              </ButtonLink>
            )}
            {up && !open && (
              <ButtonLink weight={passed ? 'plain' : 'primary'} to={passed ? up.to : up.practice}>
                {passed ? 'Back to the lesson' : 'Practise'}
              </ButtonLink>
            )}
          </p>
        </Callout>
        {open && (
          <Callout title="The answers rest while your next attempt is open">
            <p>They would tell you what is right there. Once you finish it, they are here again.</p>
            <p className="mt-3">
              <ButtonLink weight="primary" to={paths.attempt(open)}>
                Go on with your attempt
              </ButtonLink>
            </p>
          </Callout>
        )}
        {questions.map((question, at) => (
          <Question key={at} number={at + 1} question={question} />
        ))}
      </div>
    </>
  );
}

const nearness = (missing: number) =>
  missing === 1 ? 'One more right answer, and it is passed.' : 'Not this time.';

function Question({ number, question }: { number: number; question: ExplainedQuestion }) {
  const given = question.options.some(({ chosen }) => chosen);
  const right = question.options.every(({ chosen, correct }) => chosen === correct);
  return (
    <Card aria-labelledby={`question-${number}`}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={`question-${number}`} className="min-w-0 flex-1 basis-72 text-lg leading-snug font-semibold">
          <span className="text-soft">{number}. </span>
          <InlineCode text={question.prompt} />
        </h2>
        <Badge tone={right ? 'good' : 'warn'}>{right ? 'Right' : given ? 'Not right' : 'No answer'}</Badge>
      </div>
      <Explained question={question} />
    </Card>
  );
}

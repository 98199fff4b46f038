import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';
import { day, moment } from '#app/ui/time.ts';

export type Quiz = {
  open: { id: string; asked: number; answered: number; closesAt: number } | null;
  last: {
    id: string;
    finishedAt: number;
    outcome: 'passed' | 'not-passed';
    right: number;
    asked: number;
  } | null;
  passedAt: number | null;
  mayBeginFrom: number | null;
};
type Props = {
  module: string;
  quiz: Quiz;
  isRead: boolean;
  passMark: number;
  questions: number;
  zone: string;
};

/** How somebody stands with the questions of a lesson, and what they can do next. */
export function QuizCard({ module, quiz, isRead, passMark, questions, zone }: Props) {
  const { open, last, passedAt, mayBeginFrom } = quiz;
  return (
    <Card aria-labelledby="quiz" className="space-y-4">
      <h2 id="quiz" className="font-serif text-xl font-semibold">
        The questions
      </h2>
      {open ? (
        <p>
          You have begun the quiz: {open.answered} of {open.asked} answered. It takes answers until{' '}
          {moment(open.closesAt, zone)}.
        </p>
      ) : (
        <>
          {passedAt !== null && <p className="font-medium text-good">Passed on {day(passedAt, zone)}.</p>}
          {last?.outcome === 'not-passed' && (
            <p>
              Last time, on {day(last.finishedAt, zone)}, you had {last.right} of {last.asked} right.
            </p>
          )}
          <p className="text-soft">
            The quiz asks {questions} questions, and {passMark} % right is a pass. Practise as often as you
            like before: that counts for nothing.
          </p>
        </>
      )}
      <Next {...{ module, open, isRead, passedAt, mayBeginFrom, zone }} />
      <p className="flex flex-wrap gap-x-5">
        <ButtonLink to={paths.practice(module)} weight="quiet" className="-ml-2">
          Practise
        </ButtonLink>
        {last && (
          <ButtonLink to={paths.attempt(last.id)} weight="quiet" className="-ml-2">
            Your last attempt
          </ButtonLink>
        )}
      </p>
      <p className="text-sm text-soft">Your answers are seen by you alone.</p>
    </Card>
  );
}

type NextProps = Pick<Props, 'module' | 'isRead' | 'zone'> & Pick<Quiz, 'open' | 'passedAt' | 'mayBeginFrom'>;

function Next({ module, open, isRead, passedAt, mayBeginFrom, zone }: NextProps) {
  if (open)
    return (
      <ButtonLink to={paths.attempt(open.id)} weight="primary">
        Go on with the quiz
      </ButtonLink>
    );
  if (!isRead) return <p>Read the lesson to its end first. Then the quiz opens.</p>;
  if (mayBeginFrom !== null)
    return <p>The next attempt can begin from {moment(mayBeginFrom, zone)}. Practise until then.</p>;
  return (
    <Form method="post" action={paths.moduleAttempts(module)}>
      <Button type="submit" weight={passedAt === null ? 'primary' : 'plain'}>
        {passedAt === null ? 'Take the quiz' : 'Take the quiz again'}
      </Button>
    </Form>
  );
}

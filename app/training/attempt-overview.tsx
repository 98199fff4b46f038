import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

import { QuestionRow } from './question-row.tsx';

type Overview = {
  id: string;
  title: string;
  up: { to: string } | null;
  closesAt: number;
  answered: boolean[];
};

/** An attempt that goes on: what has an answer, until when it is open, and the two ways on. */
export function AttemptOverview({ id, title, up, closesAt, answered }: Overview) {
  const open = answered.flatMap((done, at) => (done ? [] : [at + 1]));
  const first = open[0];
  return (
    <>
      <PageHead
        above={up && <Up to={up.to}>{title}</Up>}
        title={`Your questions on “${title}”`}
        lead={
          <>
            {answered.length - open.length} of {answered.length} answered. Open until <Moment at={closesAt} />
            .
          </>
        }
      />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <Card aria-label="Where you are">
          <QuestionRow answered={answered} to={(number) => paths.attemptQuestion(id, number)} />
          {first === undefined ? (
            <p className="mt-5">Every question has an answer. You can still change any of them.</p>
          ) : (
            <p className="mt-5">
              {open.length === 1 ? 'One question has no answer yet: ' : 'These have no answer yet: '}
              {open.map((number, at) => (
                <span key={number}>
                  {at > 0 && (at === open.length - 1 ? ' and ' : ', ')}
                  <Link
                    to={paths.attemptQuestion(id, number)}
                    className="text-accent underline underline-offset-4"
                    aria-label={`question ${number}`}
                  >
                    {number}
                  </Link>
                </span>
              ))}
              . Without one, a question counts as not right.
            </p>
          )}
          <div className="mt-5 flex flex-wrap items-center gap-3">
            {first !== undefined && (
              <ButtonLink weight="primary" to={paths.attemptQuestion(id, first)}>
                {open.length === answered.length ? 'Begin' : `Go on with question ${first}`}
              </ButtonLink>
            )}
            <Form method="post" action={paths.attemptFinish(id)}>
              <Button weight={first === undefined ? 'primary' : 'plain'}>
                {first === undefined ? 'Finish and see how it went' : `Finish with ${open.length} unanswered`}
              </Button>
            </Form>
          </div>
        </Card>
        <p className="text-sm text-soft">
          Finishing ends the attempt. Answers and explanations are shown then, to you alone.
        </p>
      </div>
    </>
  );
}

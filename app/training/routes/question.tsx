import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { nextOpen } from '#app/training/attempt.ts';
import { answeredIn, questionIn } from '#app/training/attempt-page.server.ts';
import { choicesIn, scopedAttempt } from '#app/training/attempt-scope.server.ts';
import { answer } from '#app/training/attempts.server.ts';
import { choiceWords } from '#app/training/answer-refusals.ts';
import { QuestionRow } from '#app/training/question-row.tsx';
import { QuizFields } from '#app/training/quiz-fields.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Questions · Guildhall' }];

const positionIn = ({ number }: { number?: string }) =>
  /^[1-9]\d{0,2}$/.test(number ?? '') ? Number(number) - 1 : -1;

export async function loader(args: LoaderFunctionArgs) {
  const { attempt, title } = await scopedAttempt(args, Date.now());
  const position = positionIn(args.params);
  const { id } = attempt;
  if (attempt.drawn[position] === undefined) throw data(null, { status: 404 });
  if (attempt.finishedAt !== null) return { id, title, number: position + 1, open: null };
  return { id, title, number: position + 1, open: await questionIn(attempt, position) };
}

export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const { viewer, attempt } = await scopedAttempt(args, now);
  const position = positionIn(args.params);
  const shown = await choicesIn(args.request);
  const taken = await answer(viewer, attempt.id, { position, shown }, now);
  if (!('refused' in taken)) {
    const next = nextOpen(await answeredIn(attempt), position);
    const to = next === null ? paths.attempt(attempt.id) : paths.attemptQuestion(attempt.id, next + 1);
    return redirect(to, 303);
  }
  const { refused } = taken;
  if (refused === 'not-asked' || refused === 'no-such-attempt') throw data(null, { status: 404 });
  if (refused === 'finished' || refused === 'too-late') return data({ error: null }, { status: 409 });
  return data({ error: choiceWords[refused], shown }, { status: 422 });
}

export default function QuestionPage() {
  const { id, title, number, open } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!open) return <Over id={id} title={title} answered={refused !== undefined} />;
  const { question, chosen, answered } = open;
  const progress = `Question ${number} of ${answered.length}`;
  const again = refused && 'shown' in refused ? refused : null;
  return (
    <>
      <PageHead above={<Up to={paths.attempt(id)}>{title}</Up>} title={progress} />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <QuestionRow answered={answered} current={number} to={(other) => paths.attemptQuestion(id, other)} />
        <Card aria-label={progress}>
          <Form method="post" key={number} className="grid grid-cols-1 gap-5">
            <QuizFields
              question={question}
              progress={`${progress}, ${answered.filter(Boolean).length} answered`}
              chosen={again?.shown ?? chosen}
              error={again?.error}
            />
            <div className="flex flex-wrap items-center gap-3">
              <Button weight="primary">{answered[number - 1] ? 'Change answer' : 'Answer'}</Button>
              {number < answered.length && (
                <ButtonLink weight="quiet" to={paths.attemptQuestion(id, number + 1)}>
                  Leave for later
                </ButtonLink>
              )}
            </div>
          </Form>
        </Card>
        <p className="text-sm text-soft">
          Every answer is kept as you give it, and can be changed until you finish. You can close this and
          come back.
        </p>
      </div>
    </>
  );
}

/** The attempt was finished in another tab, or its time is over. */
function Over({ id, title, answered }: { id: string; title: string; answered: boolean }) {
  return (
    <>
      <PageHead
        above={<Up to={paths.attempt(id)}>{title}</Up>}
        title="This attempt is finished"
        lead="Its answers stay as they were."
      />
      <div className="max-w-3xl space-y-5">
        {answered && (
          <Callout tone="warn" title="Your last answer came after the end" live>
            <p>It was not taken. What you answered before is kept, and counts.</p>
          </Callout>
        )}
        <ButtonLink weight="primary" to={paths.attempt(id)}>
          See how it went
        </ButtonLink>
      </div>
    </>
  );
}

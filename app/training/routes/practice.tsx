import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { choiceWords } from '#app/training/answer-refusals.ts';
import { chosenFrom } from '#app/training/attempt.ts';
import { choicesIn } from '#app/training/attempt-scope.server.ts';
import { isMultiple } from '#app/training/module.ts';
import { freshSeed, practiceAt, scopedPractice } from '#app/training/practice.server.ts';
import { PracticeAnswer } from '#app/training/practice-answer.tsx';
import { QuizFields } from '#app/training/quiz-fields.tsx';
import { explainedOf, shownOf } from '#app/training/quiz-question.ts';
import { isRight } from '#app/training/scoring.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Practice · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { module, attempt, found } = await scopedPractice(args);
  const { key, title } = module;
  // It would show the answers to what the attempt asks.
  if (attempt) return { key, title, attempt, again: '', asked: null };
  if (!found) throw redirect(practiceAt(key, freshSeed(), 1));
  const { seed, number, of, question, options } = found;
  return {
    key,
    title,
    attempt,
    again: paths.practice(key),
    asked: {
      number,
      of,
      question: shownOf(question, options),
      next: number < of ? practiceAt(key, seed, number + 1) : null,
    },
  };
}

/** Answers at once, and keeps nothing. */
export async function action(args: ActionFunctionArgs) {
  const { attempt, found } = await scopedPractice(args);
  const shown = await choicesIn(args.request);
  if (attempt) return data({ error: null }, { status: 409 });
  if (!found) throw data(null, { status: 404 });
  const { question, options } = found;
  const taken = chosenFrom(options, shown, isMultiple(question));
  if ('refused' in taken) return data({ error: choiceWords[taken.refused], shown }, { status: 422 });
  return data({
    right: isRight(question, taken.chosen),
    explained: explainedOf(question, options, taken.chosen),
  });
}

export default function Practice() {
  const { key, title, attempt, again, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const up = <Up to={paths.module(key)}>{title}</Up>;
  if (!asked)
    return (
      <>
        <PageHead above={up} title="Practice" />
        <div className="max-w-3xl">
          <Empty
            title="Practice rests while your attempt is open"
            actions={
              <ButtonLink weight="primary" to={paths.attempt(attempt!)}>
                Go on with your attempt
              </ButtonLink>
            }
          >
            It would show you the answers. Once you finish, it is here again.
          </Empty>
        </div>
      </>
    );
  const { number, of, question, next } = asked;
  const refused = answer && 'shown' in answer ? answer : null;
  return (
    <>
      <PageHead
        above={up}
        title={`Practice: ${number} of ${of}`}
        lead="It counts for nothing, and nobody keeps it."
      />
      <Card className="max-w-3xl" aria-label={`Question ${number} of ${of}`}>
        {answer && 'explained' in answer ? (
          <PracticeAnswer {...answer} next={next} again={again} up={paths.module(key)} />
        ) : (
          <Form method="post" key={number} className="grid grid-cols-1 gap-5" preventScrollReset>
            <QuizFields
              question={question}
              progress={`Question ${number} of ${of}`}
              chosen={refused?.shown}
              error={refused?.error}
            />
            <div className="flex flex-wrap items-center gap-3">
              <Button weight="primary">Answer</Button>
              {next && (
                <Link to={next} className="px-2 text-sm text-accent underline-offset-4 hover:underline">
                  Skip
                </Link>
              )}
            </div>
          </Form>
        )}
      </Card>
    </>
  );
}

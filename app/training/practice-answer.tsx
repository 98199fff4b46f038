import { useEffect, useRef } from 'react';

import { ButtonLink } from '#app/ui/button.tsx';

import { Explained } from './explained.tsx';
import { InlineCode } from './inline-code.tsx';
import type { ExplainedQuestion } from './quiz-question.ts';

type Answered = {
  right: boolean;
  explained: ExplainedQuestion;
  next: string | null;
  again: string;
  up: string;
};

/** What an answer in practice was worth, and why. */
export function PracticeAnswer({ right, explained, next, again, up }: Answered) {
  const verdict = useRef<HTMLParagraphElement>(null);
  useEffect(() => verdict.current?.focus({ preventScroll: true }), []);
  return (
    <div className="grid grid-cols-1 gap-5">
      <h2 className="text-lg leading-snug font-medium [overflow-wrap:anywhere] sm:text-xl">
        <InlineCode text={explained.prompt} />
      </h2>
      <p
        ref={verdict}
        tabIndex={-1}
        role="status"
        className={`font-serif text-xl font-semibold outline-hidden ${right ? 'text-good' : 'text-warn'}`}
      >
        {right ? 'That is right.' : 'Not quite.'}
      </p>
      <div>
        <Explained question={explained} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {next ? (
          <ButtonLink weight="primary" to={next}>
            Next question
          </ButtonLink>
        ) : (
          <>
            <ButtonLink weight="primary" to={up}>
              Back to the lesson
            </ButtonLink>
            <ButtonLink to={again}>Once more, in another order</ButtonLink>
          </>
        )}
      </div>
    </div>
  );
}

import { Link } from '@remix-run/react';

import { Badge, type Tone } from '#app/ui/badge.tsx';

import { ChainPicture } from './chain-picture.tsx';
import { type ChainStep, type StepState, stepStateWords } from './chain-step.ts';
import { TimeToLesson } from './time-to-lesson.tsx';

const tones: Record<StepState, Tone> = { done: 'good', 'under-way': 'warn', open: 'plain' };

/** The chain from an incident to its lessons: drawn, and in words, with what would come next where something is missing. */
export function ChainList({ steps, time }: { steps: readonly ChainStep[]; time: number | null }) {
  return (
    <div className="space-y-5">
      <ChainPicture steps={steps} />
      <TimeToLesson time={time} />
      <ol className="space-y-0">
        {steps.map((step, nth) => (
          <Step key={step.key} step={step} number={nth + 1} isLast={nth === steps.length - 1} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step, number, isLast }: { step: ChainStep; number: number; isLast: boolean }) {
  const { name, state, says, links, next } = step;
  return (
    <li className="flex gap-4">
      <span aria-hidden="true" className="flex flex-col items-center">
        <span
          className={`grid size-7 shrink-0 place-items-center rounded-full border-2 text-xs font-semibold ${
            state === 'done' ? 'border-accent bg-accent-wash text-accent' : 'border-line-strong text-soft'
          }`}
        >
          {number}
        </span>
        {!isLast && <span className={`w-0.5 grow ${state === 'done' ? 'bg-accent' : 'bg-line-strong'}`} />}
      </span>
      <div className={`min-w-0 ${isLast ? '' : 'pb-5'}`}>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <strong className="font-semibold">{name}</strong>
          <Badge tone={tones[state]}>{stepStateWords[state]}</Badge>
        </p>
        <p className="mt-1 text-sm [overflow-wrap:anywhere]">{says}</p>
        {links.length > 0 && (
          <ul className="mt-1 space-y-1 text-sm">
            {links.map(({ words, to }) => (
              <li key={words + to}>
                <Link to={to} className="[overflow-wrap:anywhere] text-accent underline underline-offset-4">
                  {words}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p className="mt-1 text-sm text-soft">
            <span className="font-medium">Next:</span> {next}
          </p>
        )}
      </div>
    </li>
  );
}

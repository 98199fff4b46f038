import { Badge } from '#app/ui/badge.tsx';

import { CodeListing } from './code-listing.tsx';
import { InlineCode } from './inline-code.tsx';
import type { ExplainedOption, ExplainedQuestion } from './quiz-question.ts';

/** The options of a question once it is answered: what was chosen, what is right, and why. */
export function Explained({ question }: { question: ExplainedQuestion }) {
  const { code, options } = question;
  const optionAt = (line: number) => options.find((option) => option.line === line);
  return (
    <>
      {code !== null && (
        <div className="mb-4">
          <CodeListing
            code={code}
            look={(line) => (optionAt(line) ? washOf(optionAt(line)!) : '')}
            after={(line) => {
              const option = optionAt(line);
              return option && <Marks option={option} />;
            }}
          />
        </div>
      )}
      <ul className="grid gap-2">
        {options.map((option, place) => (
          <li key={place} className={`rounded-md border-l-4 px-4 py-2.5 ${lookOf(option)}`}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">
                <InlineCode text={option.text} />
              </span>
              <Marks option={option} />
            </p>
            <p className="mt-1 text-sm">
              <InlineCode text={option.why} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Marks({ option: { chosen, correct } }: { option: ExplainedOption }) {
  return (
    <span className="flex gap-1.5">
      {correct && <Badge tone="good">Right</Badge>}
      {chosen && (
        <Badge tone={correct ? 'good' : 'warn'}>{correct ? 'You chose it' : 'You chose this'}</Badge>
      )}
    </span>
  );
}

const washOf = ({ correct, chosen }: ExplainedOption) =>
  correct ? 'bg-good-wash' : chosen ? 'bg-warn-wash' : '';
const lookOf = (option: ExplainedOption) =>
  option.correct
    ? 'border-good bg-good-wash'
    : option.chosen
      ? 'border-warn bg-warn-wash'
      : 'border-line-strong bg-sunken';

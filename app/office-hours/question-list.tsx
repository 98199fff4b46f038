import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import { dayInWords } from './question-day.ts';
import { QuestionBadge } from './question-badge.tsx';
import type { State } from './question.ts';

type Listed = { id: string; title: string; day: string; state: State; by: string | null };

/** Questions, each with who asked it, on which day, and where it stands. */
export function QuestionList({ questions }: { questions: Listed[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {questions.map(({ id, title, day, state, by }) => (
        <li key={id} className="flex flex-wrap items-start gap-x-6 gap-y-1 px-5 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <Link to={paths.question(id)} className="line-clamp-2 font-medium wrap-anywhere hover:underline">
              {title}
            </Link>
            <p className="text-sm text-soft">
              {by ?? 'Without a name'} · <time dateTime={day}>{dayInWords(day)}</time>
            </p>
          </div>
          <QuestionBadge state={state} />
        </li>
      ))}
    </ul>
  );
}

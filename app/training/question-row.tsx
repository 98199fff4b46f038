import { Link } from '@remix-run/react';

/** All questions of an attempt in a row: where one is, and which have an answer. */
export function QuestionRow({
  answered,
  current,
  to,
}: {
  answered: boolean[];
  current?: number;
  to: (number: number) => string;
}) {
  return (
    <nav aria-label="Questions">
      <ol className="flex flex-wrap gap-1.5">
        {answered.map((done, at) => {
          const here = current === at + 1;
          return (
            <li key={at}>
              <Link
                to={to(at + 1)}
                aria-current={here ? 'page' : undefined}
                aria-label={`Question ${at + 1}, ${done ? 'answered' : 'not answered yet'}`}
                className={`grid size-9 place-items-center rounded-full border text-sm tabular-nums ${
                  done ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-surface text-ink'
                } ${here ? 'outline-2 outline-offset-2 outline-accent' : 'hover:bg-accent-wash hover:text-accent'}`}
              >
                {at + 1}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

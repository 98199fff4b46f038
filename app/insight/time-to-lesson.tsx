import { duration } from '#app/postmortems/milestone.ts';

import { timeToLessonWords } from './loop.ts';

/** The time from one incident to its lesson, with what it is taken from. */
export function TimeToLesson({ time }: { time: number | null }) {
  return (
    <div>
      <dl>
        <dt className="text-sm text-soft">Time from incident to lesson taught</dt>
        <dd className={time === null ? '' : 'font-serif text-xl font-semibold'}>
          {time === null ? 'Not to be told yet.' : duration(time)}
        </dd>
      </dl>
      <details className="no-print mt-1 text-sm text-soft">
        <summary className="cursor-pointer">How it is measured</summary>
        <p className="mt-1 max-w-prose">{timeToLessonWords}</p>
      </details>
    </div>
  );
}

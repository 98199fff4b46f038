import { Moment } from '#app/ui/moment.tsx';

import { dayInWords } from './question-day.ts';

type Word = { by: string | null; isAsker: boolean; text: string; day: string; at: number | null };

/** What was said to a question, oldest first. Of what came without a name, the day alone is known. */
export function QuestionConversation({ words, asker }: { words: Word[]; asker: string }) {
  return (
    <ol aria-label="What was said" className="space-y-4">
      {words.map(({ by, isAsker, text, day, at }, place) => (
        <li
          key={place}
          className={`rounded-lg border p-4 sm:p-5 ${isAsker ? 'border-line bg-surface' : 'border-accent bg-accent-wash'}`}
        >
          <p className="mb-2 text-sm text-soft">
            <span className="font-medium text-ink">{by ?? asker}</span>{' '}
            {at === null ? <time dateTime={day}>{dayInWords(day)}</time> : <Moment at={at} />}
          </p>
          <p className="leading-relaxed wrap-anywhere whitespace-pre-wrap">{text}</p>
        </li>
      ))}
    </ol>
  );
}

import type { DateAhead } from './series.ts';

/** The next dates of a series, with what clocks do to them. */
export function DateList({ dates }: { dates: DateAhead[] }) {
  return (
    <ol className="space-y-1.5">
      {dates.map(({ wall, words, note }) => (
        <li key={wall}>
          <time dateTime={wall}>{words}</time>
          {note && <span className="block text-sm text-warn">{note}</span>}
        </li>
      ))}
    </ol>
  );
}

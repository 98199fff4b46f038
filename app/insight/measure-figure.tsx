import { figureWords, overWords } from './figure-words.ts';
import { whenWords } from './month-words.ts';
import type { Told } from './report.ts';
import { Verdict } from './verdict.tsx';

/** The figure of a measure, over how many, against what, and what it cannot tell. */
export function MeasureFigure({ measure }: { measure: Told }) {
  const { lines, shown, figure, unit, aims, about, latest, cannotTell } = measure;
  const line = lines.find(({ key }) => key === shown[0]);
  const over = overWords(figure);
  return (
    <div className="min-w-0">
      <p className="font-serif text-3xl font-semibold tabular-nums">{figureWords(figure, unit)}</p>
      <p className="text-soft">
        {line?.words ?? measure.name}
        {over && `, ${over}`}; {whenWords(about, latest)}
      </p>
      {aims.length > 0 && (
        <ul className="mt-3 space-y-1 text-sm">
          {aims.map(({ line: of, words, verdict, source }) => (
            <li key={of}>
              <span className="text-soft">Target:</span> {words} <Verdict verdict={verdict} />
              {source && <span className="block text-soft">{source}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-sm">
        <span className="font-medium">What it cannot tell:</span>{' '}
        <span className="text-soft">{cannotTell}</span>
      </p>
    </div>
  );
}

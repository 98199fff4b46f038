import { figureWords, overWords } from './figure-words.ts';
import { whenWords } from './month-words.ts';
import type { Told } from './report.ts';
import { Verdict } from './verdict.tsx';

/** What a report is looked at for first. */
const first = ['coverage', 'champions', 'attendance', 'verified-in-time', 'open-items', 'time-to-remediate'];

/** The few figures that stand at the head of the report, each a way to its section. */
export function Headlines({ measures }: { measures: Told[] }) {
  const told = first.flatMap((key) => measures.find((measure) => measure.key === key) ?? []);
  return (
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
      {told.map((measure) => (
        <li key={measure.key} className="bg-surface p-4">
          <Headline measure={measure} />
        </li>
      ))}
    </ul>
  );
}

function Headline({ measure }: { measure: Told }) {
  const { name, lines, shown, figure, unit, aims, about, latest } = measure;
  const isBig = figure !== null && figure.value !== null;
  const line = lines.find((one) => one.key === shown[0]);
  return (
    <>
      <h2 className="text-sm leading-snug">
        <a href={`#${measure.key}`} className="text-soft underline-offset-4 hover:underline">
          {line?.words ?? name}
        </a>
      </h2>
      <p
        className={
          isBig ? 'mt-1 font-serif text-2xl font-semibold tabular-nums' : 'mt-1 font-serif leading-snug'
        }
      >
        {figureWords(figure, unit)}
      </p>
      <p className="text-sm text-soft">
        {overWords(figure)}
        {overWords(figure) && ', '}
        {whenWords(about, latest)}
      </p>
      {aims[0] && aims[0].verdict !== 'open' && (
        <p className="mt-1">
          <Verdict verdict={aims[0].verdict} />
        </p>
      )}
    </>
  );
}

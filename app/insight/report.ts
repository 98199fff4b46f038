import { type Judged, judged } from './aim.ts';
import type { Cell, Measure, Unit } from './measure.ts';
import { type Span, toldFrom } from './span.ts';
import type { Targets } from './targets.ts';

/** What a line says of a month; null: it was not counted. */
type Figured = Pick<Cell, 'value' | 'n' | 'of' | 'few'> | null;
export type Line = { key: string; words: string; unit: Unit; months: { month: string; figure: Figured }[] };

/** A measure with its months, as every form of the report tells it. */
export type Told = Pick<Measure, 'key' | 'name' | 'definition' | 'cannotTell' | 'about'> & {
  lines: Line[];
  /** keys of the lines of the overview, and of those that are drawn */
  shown: string[];
  drawn: string[];
  /** the month whose figure stands for the measure: the last whole one that is told, or for a state the newest */
  latest: string;
  /** the first line that is shown, as it was then */
  figure: Figured;
  unit: Unit;
  aims: Judged[];
  countedAt: number | null;
};

type Kept = { measure: string; month: string; cells: Cell[]; countedAt: number };

/** The month of which a measure is told. `spans`: the newest last; a month that runs is no whole one. */
const latestOf = ({ about, lag }: Measure, spans: readonly Span[], now: number): string =>
  (about === 'month' && spans.findLast((span) => toldFrom(span, lag) <= now)?.month) || spans.at(-1)!.month;

/** The report from what is kept, as it is told at a moment. */
export function reportOf(
  measures: readonly Measure[],
  kept: readonly Kept[],
  spans: readonly Span[],
  { targets, now }: { targets: Targets; now: number },
): Told[] {
  return measures.map((measure) => {
    const rows = kept.filter((row) => row.measure === measure.key);
    const lines = linesOf(rows, spans);
    const shown = measure.shown.length > 0 ? measure.shown : lines.map(({ key }) => key);
    const latest = latestOf(measure, spans, now);
    const figureOf = (key: string | undefined) => figureIn(lines, key, latest);
    return {
      key: measure.key,
      name: measure.name,
      definition: measure.definition,
      cannotTell: measure.cannotTell,
      about: measure.about,
      lines,
      shown,
      drawn: measure.drawn,
      latest,
      figure: figureOf(shown[0]),
      unit: lines.find(({ key }) => key === shown[0])?.unit ?? 'count',
      aims: measure.aims(targets).map((aim) => judged(aim, figureOf(aim.line), lines)),
      countedAt: rows.find(({ month }) => month === latest)?.countedAt ?? null,
    };
  });
}

const figureIn = (lines: readonly Line[], key: string | undefined, month: string): Figured =>
  lines.find((line) => line.key === key)?.months.find((one) => one.month === month)?.figure ?? null;

/** The lines in the order of the newest month, with every month of the report. */
function linesOf(rows: readonly Kept[], spans: readonly Span[]): Line[] {
  const newestFirst = rows.toSorted((a, b) => (a.month < b.month ? 1 : -1));
  const known = new Map<string, Cell>();
  for (const { cells } of newestFirst)
    for (const cell of cells) if (!known.has(cell.key)) known.set(cell.key, cell);
  const of = new Map(rows.map((row) => [row.month, new Map(row.cells.map((cell) => [cell.key, cell]))]));
  return [...known.values()].map(({ key, words, unit }) => ({
    key,
    words,
    unit,
    months: spans.map(({ month }) => {
      const cell = of.get(month)?.get(key);
      return { month, figure: cell ? { value: cell.value, n: cell.n, of: cell.of, few: cell.few } : null };
    }),
  }));
}

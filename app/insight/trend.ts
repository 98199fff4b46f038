import { figureWords } from './figure-words.ts';
import type { Line } from './report.ts';

export const WIDTH = 480;
export const HEIGHT = 170;
const LEFT = 44;
const RIGHT = 12;
const TOP = 14;
const BOTTOM = 28;

type Dot = { x: number; y: number; month: string; isRunning: boolean };
/** `parts`: runs of months with a figure; between them there is a gap. */
export type Drawn = { key: string; words: string; dots: Dot[]; parts: string[] };
type Trend = {
  drawn: Drawn[];
  top: { y: number; value: number };
  base: number;
  aim: { y: number } | null;
  months: { x: number; month: string }[];
  /** what the picture shows, for who does not see it */
  description: string;
};

/** A round number at or above a value: 1, 2 or 5 times a power of ten. */
export function roundedUp(value: number): number {
  if (value < 1e-6) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((times) => times * power).find((one) => one >= value * (1 - 1e-12))!;
}

const sentence = ({ words, unit, months }: Line, running: string) =>
  `${words}: ${months.map(({ month, figure }) => `${month}${month === running ? ' so far' : ''} ${figureWords(figure, unit)}`).join(', ')}.`;

/** Lines of one unit as a picture of thirteen months; of a single figure there is none. `running`: the month that is not over. */
export function trendOf(lines: readonly Line[], aim: number | null, running: string): Trend | null {
  const unit = lines[0]?.unit;
  const values = lines.flatMap(({ months }) => months.flatMap(({ figure }) => figure?.value ?? []));
  if (values.length < 2) return null;
  const most = unit === 'share' ? 1 : roundedUp(Math.max(...values, aim ?? 0));
  const months = lines[0]!.months;
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, months.length - 1);
  const base = HEIGHT - BOTTOM;
  const xOf = (at: number) => Math.round((LEFT + at * step) * 10) / 10;
  const yOf = (value: number) => Math.round((base - (value / most) * (base - TOP)) * 10) / 10;
  return {
    drawn: lines.map(({ key, words, months: all }) => {
      const dots = all.map(({ month, figure }, at) =>
        typeof figure?.value === 'number'
          ? { x: xOf(at), y: yOf(figure.value), month, isRunning: month === running }
          : null,
      );
      return { key, words, dots: dots.filter((dot) => dot !== null), parts: partsOf(dots) };
    }),
    top: { y: yOf(most), value: most },
    base,
    aim: aim === null ? null : { y: yOf(Math.min(most, aim)) },
    months: months.map(({ month }, at) => ({ x: xOf(at), month })),
    description: lines.map((line) => sentence(line, running)).join(' '),
  };
}

function partsOf(dots: readonly (Dot | null)[]): string[] {
  const parts: Dot[][] = [[]];
  for (const dot of dots) {
    if (dot === null) parts.push([]);
    else parts.at(-1)!.push(dot);
  }
  return parts.filter((part) => part.length > 1).map((part) => part.map(({ x, y }) => `${x},${y}`).join(' '));
}

import type { Measure } from './measure.ts';
import type { Span } from './span.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Turns come a little off their time. */
const SLACK = 60_000;
/** The running month, and the one before: what is corrected is mostly theirs. */
const FRESH = 2;

/** When a measure was counted for a month, and by which definition. */
export type Counted = { measure: string; month: string; countedAt: number; version: string };

/** A definition as it is kept with what was counted by it: the same months of another zone are other months. */
export const versionOf = ({ version }: Pick<Measure, 'version'>, zone: string): string =>
  `${version} ${zone}`;

/**
 * Whether what was kept is by a measure as it is defined now. What is of now alone has no months that begin and end, so
 * that it stays what it was in another zone.
 */
export const isCountedBy = (
  measure: Pick<Measure, 'about' | 'version'>,
  version: string,
  zone: string,
): boolean =>
  measure.about === 'now'
    ? version.split(' ')[0] === String(measure.version)
    : version === versionOf(measure, zone);

type Known = { kept: readonly Counted[]; zone: string; now: number };

/**
 * What is to be counted now: months of which nothing is kept, or by another definition or zone; the newest two once an
 * hour, and older ones once a day, since what is past can still be corrected. `spans`: the newest last.
 */
export function dueCounts<M extends Pick<Measure, 'key' | 'about' | 'version'>>(
  measures: readonly M[],
  spans: readonly Span[],
  { kept, zone, now }: Known,
): { measure: M; span: Span }[] {
  const of = new Map(kept.map((one) => [`${one.measure} ${one.month}`, one]));
  return measures.flatMap((measure) =>
    spans.flatMap((span, at) => {
      const back = spans.length - 1 - at;
      if (measure.about === 'now' && back > 0) return [];
      const known = of.get(`${measure.key} ${span.month}`);
      const age = known && isCountedBy(measure, known.version, zone) ? now - known.countedAt : Infinity;
      // A clock that was wrong stops nothing.
      return Math.abs(age) >= (back < FRESH ? HOUR : DAY) - SLACK ? [{ measure, span }] : [];
    }),
  );
}

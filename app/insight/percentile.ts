/**
 * The value below which this share of all lies, between the two nearest where it falls between; null of none. The same as
 * PostgreSQL's percentile_cont.
 */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle one; half are below it. */
export const median = (values: readonly number[]): number | null => percentile(values, 0.5);

/** Their sum over their number; null of none. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** One scale for incidents and action items. If unsure, take the higher. */
export const severities = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof severities)[number];

export const severityWords: Record<Severity, string> = {
  1: 'Critical',
  2: 'High',
  3: 'Medium',
  4: 'Low',
  5: 'Informational',
};

const hour = 3_600_000;

/** Remediation targets: how long until the verified fix, in ms, counted from the start of the clock; null: no target. */
export const target: Record<Severity, number | null> = {
  1: 24 * hour,
  2: 7 * 24 * hour,
  3: 30 * 24 * hour,
  4: 90 * 24 * hour,
  5: null,
};

export const asSeverity = (value: number | null): Severity | null =>
  (severities as readonly (number | null)[]).includes(value) ? (value as Severity) : null;

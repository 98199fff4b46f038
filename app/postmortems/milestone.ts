/** The moments of an incident that its measures are taken from, in the order they usually come. */
export const milestoneKinds = [
  'impact-started',
  'detected',
  'declared',
  'acknowledged',
  'mitigated',
  'impact-ended',
  'resolved',
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

export const milestoneWords: Record<MilestoneKind, string> = {
  'impact-started': 'Impact started',
  detected: 'Detected',
  declared: 'Declared',
  acknowledged: 'Acknowledged',
  mitigated: 'Mitigated',
  'impact-ended': 'Impact ended',
  resolved: 'Resolved',
};

type Known = Partial<Record<MilestoneKind, number | null>>;

const needed = {
  'time-to-detect': ['impact-started', 'detected'],
  'time-to-acknowledge': ['detected', 'acknowledged'],
  'time-to-mitigate': ['detected', 'impact-ended'],
  'time-to-resolve': ['detected', 'resolved'],
  'impact-window': ['impact-started', 'impact-ended'],
} as const satisfies Record<string, readonly [MilestoneKind, MilestoneKind]>;
export type Measure = keyof typeof needed;

export const measureWords: Record<Measure, string> = {
  'time-to-detect': 'Time to detect',
  'time-to-acknowledge': 'Time to acknowledge',
  'time-to-mitigate': 'Time to mitigate',
  'time-to-resolve': 'Time to resolve',
  'impact-window': 'Impact window',
};

/** How long each part took, in ms, where both of its ends are known instants. Never about a person. */
export function measures(known: Known): Partial<Record<Measure, number>> {
  const found: Partial<Record<Measure, number>> = {};
  for (const [measure, [from, to]] of Object.entries(needed) as [
    Measure,
    readonly [MilestoneKind, MilestoneKind],
  ][]) {
    const start = known[from];
    const end = known[to];
    if (start != null && end != null && end >= start) found[measure] = end - start;
  }
  return found;
}

/** Milestones that come before one they usually follow: worth a second look, and kept all the same. */
export function outOfOrder(known: Known): [earlier: MilestoneKind, later: MilestoneKind][] {
  const present = milestoneKinds.filter((kind) => known[kind] != null);
  const pairs: [MilestoneKind, MilestoneKind][] = [];
  for (let at = 1; at < present.length; at++) {
    const [before, after] = [present[at - 1]!, present[at]!];
    if (known[after]! < known[before]!) pairs.push([before, after]);
  }
  return pairs;
}

/** A length of time in the two largest units that matter: "2 h 5 min", "3 d 4 h". */
export function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return [`${hours} h`, minutes % 60 && `${minutes % 60} min`].filter(Boolean).join(' ');
  return [`${Math.floor(hours / 24)} d`, hours % 24 && `${hours % 24} h`].filter(Boolean).join(' ');
}

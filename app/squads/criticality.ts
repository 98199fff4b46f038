/** How much depends on what a squad builds. */
export const criticalities = [1, 2, 3, 4] as const;
export type Criticality = (typeof criticalities)[number];
export const criticalityWords: Record<Criticality, string> = {
  1: 'critical',
  2: 'high',
  3: 'medium',
  4: 'low',
};

/** A stored criticality in words; null where nobody has said. */
export const criticalityWord = (criticality: number | null): string | null =>
  criticalityWords[criticality as Criticality] ?? null;

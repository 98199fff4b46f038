/** What came of a command of the demo. What a rule refuses is a fault of content/demo, and thrown. */
export function went<T>(outcome: T, what: string): Exclude<T, { refused: unknown }> {
  if (typeof outcome === 'object' && outcome !== null && 'refused' in outcome)
    throw new Error(`content/demo: ${what} was refused: ${String(outcome.refused)}`);
  return outcome as Exclude<T, { refused: unknown }>;
}

/** What the app has said it keeps, held against what lies in its database. */
export type Ledger = {
  /** texts of timeline entries, each its own */
  entries: Set<string>;
  /** by section: how often it was saved, the text telling which time it was */
  saves: Map<string, number>;
};

export type Held = { entries: string[]; sections: { id: string; markdown: string }[] };

export const emptyLedger = (): Ledger => ({ entries: new Set(), saves: new Map() });

/** The text a section has the n-th time it is saved. */
export const savedText = (time: number) =>
  `The limit was lower than anybody thought. Saved for the ${time}. time.`;
const timeIn = (markdown: string) => Number(/Saved for the (\d+)\. time\.$/.exec(markdown)?.[1] ?? 0);

export const acknowledged = ({ entries, saves }: Ledger): number =>
  [...saves.values()].reduce((sum, times) => sum + times, entries.size);

/**
 * What was acknowledged and is not held. A section may hold a later text, whose answer was on its way; an earlier one
 * means that every save since is lost.
 */
export function lostFrom(ledger: Ledger, held: Held): string[] {
  const entries = new Set(held.entries);
  const times = new Map(held.sections.map(({ id, markdown }) => [id, timeIn(markdown)]));
  return [
    ...[...ledger.entries].filter((text) => !entries.has(text)),
    ...[...ledger.saves].flatMap(([id, saved]) => {
      const kept = times.get(id) ?? 0;
      return Array.from(
        { length: Math.max(0, saved - kept) },
        (_, at) => `${id}: ${savedText(kept + at + 1)}`,
      );
    }),
  ];
}

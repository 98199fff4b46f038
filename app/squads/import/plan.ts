import type { Fault } from './rows.ts';

/** What a row changes: from what to what. */
export type Change = { what: string; before: string; after: string };
/** What becomes of one row. `met` tells what it met, so that somebody else's change since is noticed. */
export type Planned<Wanted> = {
  line: number;
  kind: 'new' | 'changed' | 'unchanged';
  title: string;
  changes: Change[];
  met: string;
  wanted: Wanted;
};
export type Plan<Wanted> = { rows: Planned<Wanted>[]; faults: Fault[] };

/** What a row met, in short: the same for the same, and hardly ever for anything else (FNV-1a, twice 32 bits). */
export function shortFor(what: unknown): string {
  const text = JSON.stringify(what);
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(at), 0x85ebca6b) ^ (two >>> 13);
  }
  return (one >>> 0).toString(36) + (two >>> 0).toString(36);
}

/** Finishes a row: new when nothing was there, changed when something differs. */
export function planned<Wanted>(
  { line, title, isNew, changes }: { line: number; title: string; isNew: boolean; changes: Change[] },
  wanted: Wanted,
): Planned<Wanted> {
  const differing = changes.filter(({ before, after }) => before !== after);
  const kind = isNew ? 'new' : differing.length > 0 ? 'changed' : 'unchanged';
  return {
    line,
    kind,
    title,
    changes: differing,
    met: shortFor([isNew, changes.map((one) => one.before)]),
    wanted,
  };
}

/** What each row met, by line, to be kept beside a preview. */
export const metBy = (plan: Plan<unknown>): Record<string, string> =>
  Object.fromEntries(plan.rows.map(({ line, met }) => [line, met]));

/** The rows that would change something and met something else when they were looked at. */
export const differingRows = <Wanted>(plan: Plan<Wanted>, met: Record<string, string>): Planned<Wanted>[] =>
  plan.rows.filter((row) => met[row.line] !== row.met);

/** How many rows are of each kind. */
export function countsOf({ rows, faults }: Plan<unknown>) {
  const counts = { new: 0, changed: 0, unchanged: 0, unread: faults.length };
  for (const { kind } of rows) counts[kind]++;
  return counts;
}
export type Counts = ReturnType<typeof countsOf>;

/**
 * Whether an address belongs to questions without a name, of which nothing is written down. Browsers ask for the
 * manifest along with the pages they open: what the log said of it would tell when one of these was.
 */
export function isNameless(path: string): boolean {
  let written = path;
  try {
    written = decodeURIComponent(path);
  } catch {
    // not an address of ours
  }
  return /^\/+(nameless|__manifest)(?=[./]|$)/i.test(written);
}

/** A secret as it stands in a link: 32 bytes of chance. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** Letters are taken out together, at these marks of the clock. */
export const QUARTER = 15 * 60_000;
/** Who comes later than this waits for the next: letters between the two would be few, and their time known closely. */
const LATEST = 2 * 60_000;

/** The mark (epoch ms) at which letters may be taken out now, if they were not since; null: not now. */
export function markAt(now: number, last: number): number | null {
  const mark = now - (now % QUARTER);
  return mark > last && now - mark < LATEST ? mark : null;
}

/** The same things in any order, each as likely as the others. `below(n)`: a whole number from 0 to below n. */
export function shuffled<T>(things: readonly T[], below: (n: number) => number): T[] {
  const left = [...things];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [left[at], left[other]] = [left[other]!, left[at]!];
  }
  return left;
}

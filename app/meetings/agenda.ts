/** The kind of an item that is none of its template's parts. */
export const OTHER = 'other';
/** Where an item comes from that laying out a template made: a frame for one hour, until somebody fills it. */
export const TEMPLATE = 'template';

/** A part of an agenda's template. */
export type Part = { key: string; heading: string; minutes: number; help: string };

/** A kind in words; one that the template does not have (any more) is something else. */
export const kindWords = (parts: readonly Part[], kind: string): string =>
  parts.find(({ key }) => key === kind)?.heading ?? 'Something else';

export type ItemState = 'open' | 'done' | 'carried' | 'withdrawn';

/** A part that was laid out, and that nobody has filled yet. */
export const isPlaceholder = ({ sourceRoom }: { sourceRoom: string | null }): boolean =>
  sourceRoom === TEMPLATE;

/** Whether an agenda may still be arranged. */
export const isAhead = (state: string): boolean => state === 'planned' || state === 'running';

const ordinals = ['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** How often something was carried over, in words; null where it never was. */
export function carriedWords(times: number): string | null {
  if (times < 1) return null;
  if (times === 1) return 'Carried over once';
  if (times === 2) return 'Carried over twice';
  return `Carried over ${ordinals[times - 3] ? `for the ${ordinals[times - 3]} time` : `${times} times`}`;
}

export type Sum = { minutes: number; length: number };

/** What an agenda asks of a meeting so many minutes long. What was carried on asks for none of them. */
export const sumOf = (items: readonly { minutes: number; state: ItemState }[], length: number): Sum => ({
  minutes: items.reduce(
    (sum, { minutes, state }) => sum + (state === 'open' || state === 'done' ? minutes : 0),
    0,
  ),
  length,
});

/** By how many minutes an agenda is too long for its meeting; 0 where it fits. */
export const tooMany = ({ minutes, length }: Sum): number => Math.max(0, minutes - length);

/** "72 of 60 minutes: 12 too many". */
export function sumWords(sum: Sum): string {
  const { minutes, length } = sum;
  const rest =
    minutes > length ? `${tooMany(sum)} too many` : minutes < length ? `${length - minutes} left` : 'it fits';
  return `${minutes} of ${length} minutes: ${rest}`;
}

/** How many minutes of an agenda are not for everyone. */
export const restrictedMinutes = (
  items: readonly { minutes: number; state: ItemState; restricted: boolean }[],
): number =>
  sumOf(
    items.filter(({ restricted }) => restricted),
    0,
  ).minutes;

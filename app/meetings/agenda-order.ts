/** Where something goes: before an item (null: behind all), or right behind one. */
export type Target = { before: string | null } | { after: string };
export type Direction = 'earlier' | 'later';

/**
 * An order of ids with one of them put somewhere, whether it was among them or not. A neighbour that is not there (any
 * more) leaves a known one where it is, and puts a new one behind all.
 */
export function arranged(order: readonly string[], id: string, target: Target): string[] {
  const neighbour = 'after' in target ? target.after : target.before;
  const others = order.filter((other) => other !== id);
  if (neighbour === null) return [...others, id];
  const at = others.indexOf(neighbour);
  if (at < 0) return order.includes(id) ? [...order] : [...others, id];
  return others.toSpliced('after' in target ? at + 1 : at, 0, id);
}

/** One step earlier or later among what somebody sees; null at an end, or where it is not among it. */
export function stepTo(seen: readonly string[], id: string, direction: Direction): Target | null {
  const at = seen.indexOf(id);
  const neighbour = at < 0 ? undefined : seen[direction === 'earlier' ? at - 1 : at + 1];
  if (neighbour === undefined) return null;
  return direction === 'earlier' ? { before: neighbour } : { after: neighbour };
}

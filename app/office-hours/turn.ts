/** When a host last had somebody: a booking made with them, or a caller taken from the queue; null: never yet. */
export type Turn = { hostId: string; lastAt: number | null };

/**
 * Whose turn it is among those who are free: whoever has waited longest for one. Of two who never had one, or had it at
 * the same moment, the first by id. Null where nobody is free.
 */
export function nextTurn(free: readonly Turn[]): string | null {
  const [next] = free.toSorted(
    (a, b) => (a.lastAt ?? -1) - (b.lastAt ?? -1) || (a.hostId < b.hostId ? -1 : 1),
  );
  return next?.hostId ?? null;
}

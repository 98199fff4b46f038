import type { WallTime } from '#app/calendars/wall-time.ts';

/** A sitting never moves by more than a week: what has no new time within one is called off. */
const FARTHEST = 7 * 24 * 60 * 60_000;

export type Occurrence = { wall: WallTime; at: number };

/**
 * Which new time each coming sitting moves to when the rule of its hours changes: the nearest that no other has, within a
 * week; null: there is none. What is left of the new times is yet to be made.
 */
export function newTimes(
  sittings: readonly { id: string; startsAt: number }[],
  times: readonly Occurrence[],
): { moves: Map<string, Occurrence | null>; left: Occurrence[] } {
  const pairs = sittings
    .flatMap(({ id, startsAt }) => times.map((time) => ({ id, time, far: Math.abs(time.at - startsAt) })))
    .filter(({ far }) => far <= FARTHEST)
    .toSorted((a, b) => a.far - b.far || a.time.at - b.time.at);
  const moves = new Map<string, Occurrence | null>();
  const given = new Set<Occurrence>();
  for (const { id, time } of pairs) {
    if (moves.has(id) || given.has(time)) continue;
    moves.set(id, time);
    given.add(time);
  }
  for (const { id } of sittings) if (!moves.has(id)) moves.set(id, null);
  return { moves, left: times.filter((time) => !given.has(time)) };
}

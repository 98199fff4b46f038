/** Chance that comes out the same on every run, so that two runs fill the same database. */
export type Chance = {
  /** from 0 to below 1 */
  next(): number;
  /** a whole number from 0 to below `below` */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** as long as the app's own, unique, and in no order, as theirs are */
  id(): string;
};

/** Mulberry32: small, fast, and even enough for words and dates. */
export function chance(seed: number): Chance {
  let state = seed;
  let ids = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)]!,
    id: () =>
      below(2 ** 32)
        .toString(32)
        .padStart(7, '0') + (ids++).toString(32).padStart(9, '0'),
  };
}

const HOUR = 60 * 60_000;

/** By which rules something is derived, and when the process that goes by them began (epoch ms). */
export type GoingBy = { rules: string; began: number };

/**
 * Whether a process goes on by its own rules where others are gone by. While the app is replaced, two of them run side by
 * side: the one that began last is the newer. After an hour the other tries again, since that one may be gone.
 */
export const goesOn = (mine: GoingBy, known: (GoingBy & { takenAt: number }) | undefined, now: number) =>
  known === undefined ||
  known.rules === mine.rules ||
  mine.began >= known.began ||
  now - known.takenAt >= HOUR;

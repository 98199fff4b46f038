const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait after each try that failed. After the last of them nobody tries by themself any more. */
const waits = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR];

/** How long to wait after so many tries that failed; null when that was the last. */
export const waitAfter = (tries: number): number | null => waits[tries - 1] ?? null;

/** So many rows go into one statement: every engine takes the parameters of as many. */
const MOST_ROWS = 300;

/** Many things, in parts that one statement takes. */
export const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / MOST_ROWS) }, (_, nth) =>
    all.slice(nth * MOST_ROWS, (nth + 1) * MOST_ROWS),
  );

/** No number is told over fewer people than this: it would tell of one of them. */
export const FEWEST = 5;

/** A Wednesday morning on which tests happen; nothing in them depends on the real clock. */
export const now = Date.UTC(2026, 2, 4, 9, 30);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

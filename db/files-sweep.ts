const DAY = 86_400_000;

/** How long a file that was removed can be brought back. */
export const REMOVED_FOR = 7 * DAY;

/**
 * How long bytes are left that no row speaks of. Uploads that broke off leave a few; a restored database leaves what
 * only its successor knew, and whoever thinks better of it within the month finds that again.
 */
export const UNKNOWN_FOR = 30 * DAY;

/** How long an upload may take. */
export const PARTIAL_FOR = DAY;

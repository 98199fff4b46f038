/** Every table that has a row for each file, with its id, its SHA-256, and when it was removed. */
export const namesOfFileTables = ['evidence_files'];

/** What a row says of a file. `isRemoved`: it may go any day, so that nobody misses it. */
export type FileRow = { id: string; sha256: string; isRemoved: boolean };

/** The same on both engines; of a table that is there. */
export const fileRowsOf = (table: string): string =>
  `select id, sha256, removed_at is not null as "isRemoved" from ${table} order by id`;

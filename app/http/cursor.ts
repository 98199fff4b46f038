/** Where a keyset-paged list ended: what its last row is ordered by, and its id. */
export type Cursor = { order: number; id: string };

export const writeCursor = ({ order, id }: Cursor) => `${order}~${id}`;

/** Reads a cursor from an address; null for none or nonsense (the list then begins anew). */
export function readCursor(text: string | null): Cursor | null {
  const parts = /^(\d{1,15})~([0-9a-z]{1,32})$/.exec(text ?? '');
  return parts ? { order: Number(parts[1]), id: parts[2]! } : null;
}

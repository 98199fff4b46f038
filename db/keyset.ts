import { and, type AnyColumn, eq, gt, lt, or, type SQL } from 'drizzle-orm';

/** The rows that come after a place in a list ordered by these two columns; all of them when there is no place. */
export function beyond(
  order: AnyColumn,
  id: AnyColumn,
  place: { order: number; id: string } | null,
  direction: 'ascending' | 'descending',
): SQL | undefined {
  if (place === null) return undefined;
  const after = direction === 'ascending' ? gt : lt;
  return or(after(order, place.order), and(eq(order, place.order), after(id, place.id)));
}

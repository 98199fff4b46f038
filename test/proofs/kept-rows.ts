/** Whether the rows of before are still there, as they were. */
import type { Bare } from '#test/db/bare-database.ts';

import type { Reference, Table } from './catalogue.ts';

export type Row = Record<string, string | null>;

/** A table's rows, every value as text: what only changes how a number is stored changes none. */
export const rowsOf = (database: Bare, { name, columns }: Table): Promise<Row[]> =>
  database.ask<Row>(
    `select ${columns.map((column) => `cast("${column.name}" as text) as "${column.name}"`).join(', ')} from "${name}"`,
  );

/**
 * The rows of before that are not among those of after, as far as the columns that both have can tell, and how many
 * there are more than before. A row that was changed is one that is missing.
 */
export function notKept(before: Row[], after: Row[]): { missing: Row[]; added: number } {
  const shared = Object.keys(before[0] ?? {}).filter((name) => after.length === 0 || name in after[0]!);
  const keyOf = (row: Row) => JSON.stringify(shared.map((name) => row[name]));
  const left = new Map<string, number>();
  for (const row of after) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  const missing = before.filter((row) => {
    const count = left.get(keyOf(row)) ?? 0;
    left.set(keyOf(row), count - 1);
    return count <= 0;
  });
  return { missing, added: Math.max(0, after.length - before.length) };
}

/** How many rows refer to one that is not there, by these references. */
export async function broken(database: Bare, references: Reference[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { from, columns, to, toColumns } of references) {
    const given = columns.map((name) => `a."${name}" is not null`).join(' and ');
    const same = columns.map((name, at) => `b."${toColumns[at]}" = a."${name}"`).join(' and ');
    const rows = await database.ask(
      `select 1 from "${from}" a where ${given} and not exists (select 1 from "${to}" b where ${same})`,
    );
    faults.push(...rows.map(() => `a row of ${from} refers by ${columns.join(', ')} to none of ${to}`));
  }
  return faults;
}

/** Rows for every table a database has, made from what it says of itself, so that a new table cannot be forgotten. */
import type { Bare } from '#test/db/bare-database.ts';

import type { Column, Table } from './catalogue.ts';

/** as many as the longest choice has words, so that each is kept in some row */
const atLeast = 6;

/**
 * Puts as many rows into every table, those that are referred to first. Row n refers to row n, and where it refers to the
 * same table again, to the one after it, so that what is unique stays so and nobody thanks themselves; what may be empty is empty in every third row. Returns how many rows it put in.
 */
export async function fill(database: Bare, tables: Table[]): Promise<number> {
  const words = tables.flatMap(({ columns }) => columns.map(({ choices }) => choices?.length ?? 0));
  const rows = Array.from({ length: Math.max(atLeast, ...words) }, (_, row) => row);
  const known = new Map(tables.map((table) => [table.name, table]));
  const inserts = referredToFirst(tables).map(({ name, columns }) => {
    const row = (n: number) =>
      `(${columns.map((column) => value(known, name, column, n, rows.length)).join(', ')})`;
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    return `insert into "${name}" (${names}) values ${rows.map(row).join(',\n')}`;
  });
  await database.run(inserts);
  return rows.length * tables.length;
}

/** What a column holds in a row, as SQL; the same whoever asks, so that a reference need not look it up. */
function value(tables: Map<string, Table>, name: string, column: Column, row: number, rows: number): string {
  const { columns, references } = tables.get(name)!;
  const place = columns.indexOf(column);
  if (column.nullable && (row + place) % 3 === 0) return 'null';
  // A column that refers to its own table points at its own row.
  const reference = references.find((one) => one.columns.includes(column.name));
  if (reference) {
    const to = tables.get(reference.to)!;
    const again = references.filter((one) => one.to === to.name).indexOf(reference);
    const toName = reference.toColumns[reference.columns.indexOf(column.name)];
    return value(
      tables,
      to.name,
      to.columns.find((one) => one.name === toName)!,
      to.name === name ? row : (row + again) % rows,
      rows,
    );
  }
  if (column.choices) return quoted(column.choices[row % column.choices.length]!);
  return plainValue(column.type, `${name}.${column.name}`, place, row);
}

function plainValue(type: string, called: string, place: number, row: number): string {
  // JSON lies in a text column on SQLite: every text is some, and awkward to copy.
  const words = JSON.stringify([`${called}, row ${row}: it’s “naïve” 'quoted' \\ 🔥 ?\n${' '.repeat(row)}`]);
  if (type === 'text' || type.startsWith('character varying') || type === 'jsonb') return quoted(words);
  if (type === 'integer') return String(place * 1000 + row);
  if (type === 'bigint') return String(2 ** 41 + place * 1000 + row);
  throw new Error(`${called} is of a type that no row is made up for: ${type}.`);
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Those tables first that others refer to. */
function referredToFirst(tables: Table[]): Table[] {
  const rest = new Map(tables.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (rest.size > 0) {
    const free = [...rest.values()].filter(({ name, references }) =>
      references.every(({ to }) => to === name || !rest.has(to)),
    );
    if (free.length === 0)
      throw new Error(`These refer to each other in a circle: ${[...rest.keys()].join(', ')}.`);
    for (const table of free) {
      rest.delete(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}

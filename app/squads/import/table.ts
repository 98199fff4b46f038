import { type Column, readHeader } from './header.ts';
import { type Fault, readRows, separatorOf } from './rows.ts';

/** A row by column; `null` where the table has no such column. Cells are trimmed, and text: "=1+1" is four letters. */
export type TableRow = { line: number; cells: Record<string, string | null> };
export type Table = {
  rows: TableRow[];
  faults: Fault[];
  separator: string;
  /** columns that mean nothing here */
  ignored: string[];
};

/** A text read as a table with these columns. Refuses a text without a usable first line. */
export function readTable(text: string, columns: readonly Column[]): Table | { refused: string } {
  if (text.replace(/^\uFEFF/, '').trim() === '') return { refused: 'That file is empty.' };
  const [firstLine = ''] = text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r\n|\n|\r/, 1);
  const separator = separatorOf(firstLine);
  const { rows, faults } = readRows(text, separator);
  const [first, ...rest] = rows;
  if (!first || faults.some(({ line }) => line < first.line))
    return { refused: 'The first line cannot be read: a quotation mark stands alone in it.' };
  const header = readHeader(first.cells, columns);
  if ('refused' in header) return header;
  const named = (number: string | null) => first.cells[Number(number) - 1]?.trim() || number;
  const table: Table = {
    rows: [],
    faults: faults.map((fault) => ({ ...fault, column: named(fault.column) })),
    separator,
    ignored: header.ignored,
  };
  for (const { line, cells } of rest) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (
      cells.length > first.cells.length &&
      cells.slice(first.cells.length).some((cell) => cell.trim() !== '')
    ) {
      const text = `This row has ${cells.length} cells, the first line names ${first.cells.length} columns. Put a cell that holds “${separator === '\t' ? 'a tab' : separator}” in quotation marks.`;
      table.faults.push({ line, column: null, text });
      continue;
    }
    const row: TableRow = { line, cells: {} };
    for (const { key } of columns) {
      const at = header.at.get(key);
      row.cells[key] = at === undefined ? null : (cells[at] ?? '').normalize('NFC').trim();
    }
    table.rows.push(row);
  }
  return table;
}

import { scanMoment } from './moments.ts';
import { stampAtStart } from './stamps.ts';
import type { Draft } from './drafts.ts';
import type { Table } from './tables.ts';

const timeHeader =
  /\b(?:time(?:stamps?|s)?(?! (?:to|taken|spent|elapsed))|date|day|when|at|utc|gmt|hour|clock|start(?:ed)?)\b/i;
const textHeader =
  /\b(?:events?|descriptions?|what|details?|activit(?:y|ies)|updates?|notes?|comments?|happen(?:ed|ing)|actions?|entry|summary|incident)\b/i;

/** The entries of a table that has times in a column; null for a table about something else. */
export function rowsOf(table: Table): Draft[] | null {
  const width = Math.max(table.header.length, ...table.rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column);
  const share = (column: number) =>
    table.rows.filter((row) => isTime(row[column] ?? '')).length / Math.max(1, table.rows.length);
  const headed = (column: number) =>
    timeHeader.test(table.header[column] ?? '') && !textHeader.test(table.header[column] ?? '');
  const times = columns.filter(
    (column) => share(column) >= 0.5 || (headed(column) && (share(column) > 0 || column === 0)),
  );
  const leading = times.filter(
    (column, index) => column === times[0]! + index && (index === 0 || column < width - 1),
  );
  if (leading.length === 0 || width < 2) return null;
  const others = columns.filter((column) => !leading.includes(column));
  const main = others.find((column) => textHeader.test(table.header[column] ?? '')) ?? widest(table, others);
  return table.rows.flatMap((row) =>
    row.some(Boolean) ? [rowDraft(table, row, leading, others, main)] : [],
  );
}

function isTime(cell: string): boolean {
  const stamp = stampAtStart(cell, { loose: true, unknown: true });
  return stamp !== null && stamp.rest === '';
}

function widest(table: Table, columns: number[]): number {
  const length = (column: number) => table.rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0);
  return columns.reduce((best, column) => (length(column) > length(best) ? column : best), columns[0] ?? 0);
}

function rowDraft(table: Table, row: string[], times: number[], others: number[], main: number): Draft {
  const written = times
    .map((column) => (row[column] ?? '').replace(/[*_`]/g, ''))
    .filter(Boolean)
    .join(' ');
  const moment =
    scanMoment(written, 0, { loose: true, unknown: true }) ??
    scanMoment(written.replace(/^\S+\s/, ''), 0, { loose: true });
  const extra = others.filter((column) => column !== main && row[column]);
  const asides = extra.map((column) =>
    table.header[column] ? `${table.header[column]}: ${row[column]}` : row[column],
  );
  const first = [row[main] ?? '', asides.length ? `(${asides.join('; ')})` : ''].filter(Boolean).join(' ');
  return {
    moment,
    written,
    style: 'row',
    trailing: false,
    indent: 0,
    first,
    more: [],
    raw: { text: `| ${row.join(' | ')} |`, inert: false },
  };
}

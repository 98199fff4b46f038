import { CsvError, parse } from 'csv-parse/sync';

/** What cannot be read, and what to do about it. `column` is the name it has in the file; null: the whole row. */
export type Fault = { line: number; column: string | null; text: string };
export type Row = { line: number; cells: string[] };

/** More lines than this no cell has: a quote was opened and never closed. */
const MOST_LINES = 20;

const options = { relax_column_count: true, skip_empty_lines: true, bom: true } as const;

/** What separates the cells: whichever of these a first line holds most of, outside quotes. */
export function separatorOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const found = [',', ';', '\t'].map((one) => ({ one, times: bare.split(one).length }));
  return found.reduce((best, next) => (next.times > best.times ? next : best)).one;
}

/** Every row of a table with the line it begins in. A row that cannot be read is a fault, and the next is read again. */
export function readRows(text: string, separator: string): { rows: Row[]; faults: Fault[] } {
  const whole = attempt(text, separator);
  // A cell of several lines may be one, or the work of two lone quotes: that is looked at line by line.
  if ('rows' in whole && !whole.rows.some(({ spans }) => spans > 1)) return { rows: whole.rows, faults: [] };
  return lineByLine(text.split(/\r\n|\n|\r/), separator);
}

type Attempt = { rows: (Row & { spans: number })[] } | { column: number; code: string };

function attempt(text: string, separator: string): Attempt {
  try {
    let before = 0;
    const rows: (Row & { spans: number })[] = [];
    parse(text, {
      ...options,
      delimiter: separator,
      // Kept by itself: a hundred thousand of the parser's own notes would fill the memory.
      on_record: (cells: string[], { lines }) => {
        const breaks = cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
        rows.push({ line: Math.max(lines - breaks, before + 1), cells, spans: breaks + 1 });
        before = lines;
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const column = typeof error.column === 'number' ? error.column : 0;
    return { column, code: error.code };
  }
}

function lineByLine(lines: string[], separator: string): { rows: Row[]; faults: Fault[] } {
  const rows: Row[] = [];
  const faults: Fault[] = [];
  for (let at = 0; at < lines.length;) {
    const { row, fault, took } = rowFrom(lines, at, separator);
    if (row) rows.push(row);
    if (fault) faults.push(fault);
    at += took;
  }
  return { rows, faults };
}

/** The row that begins in a line; where its quotes do not close soon, or close in the middle of a cell, a fault. */
function rowFrom(lines: string[], at: number, separator: string): { row?: Row; fault?: Fault; took: number } {
  const line = at + 1;
  const alone = lines[at]!;
  if (alone.trim() === '') return { took: 1 };
  if (!alone.includes('"')) return { row: { line, cells: bare(alone, separator, at) }, took: 1 };
  const first = attempt(alone, separator);
  for (let more = 1, tried = first; ; more++) {
    if ('rows' in tried) {
      const cells = tried.rows[0]?.cells;
      return cells ? { row: { line, cells }, took: more } : { took: more };
    }
    const mayGoOn = tried.code === 'CSV_QUOTE_NOT_CLOSED' && more < MOST_LINES && at + more < lines.length;
    if (!mayGoOn) break;
    tried = attempt(lines.slice(at, at + more + 1).join('\n'), separator);
  }
  const column = 'column' in first ? first.column : 0;
  return { fault: { line, column: String(column + 1), text: LONE_QUOTE }, took: 1 };
}

/** A line without quotes. */
const bare = (line: string, separator: string, at: number) =>
  (at === 0 ? line.replace(/^\uFEFF/, '') : line).split(separator);

const LONE_QUOTE =
  'A quotation mark stands alone. Take it away, or put the whole cell in quotation marks and write each one inside it twice.';

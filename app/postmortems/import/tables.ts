import type { Line } from './lines.ts';

/** A pipe table: its header cells (none where it has no header) and its body, and how many lines it takes up. */
export type Table = { header: string[]; rows: string[][]; length: number };

const ruler = /^\s{0,20}\|?\s{0,200}:?-+:?\s{0,200}(?:\|\s{0,200}:?-+:?\s{0,200}){0,40}\|?\s*$/;

/**
 * Reads the table that begins on line `at`, with or without outer pipes. Without a ruler below the header, at least
 * two lines that begin with a pipe make a table too. Null where there is none.
 */
export function tableAt(lines: Line[], at: number): Table | null {
  const isRow = (index: number) => {
    const line = lines[index];
    return line !== undefined && !line.inert && line.text.includes('|') && line.text.trim() !== '';
  };
  if (!isRow(at)) return null;
  const ruled = isRuler(lines[at + 1]);
  if (!ruled && !(/^\s*\|/.test(lines[at]!.text) && isRow(at + 1) && /^\s*\|/.test(lines[at + 1]!.text)))
    return null;
  let end = at + (ruled ? 2 : 1);
  while (isRow(end)) end++;
  const body = lines.slice(at + (ruled ? 2 : 0), end).filter((line) => !isRuler(line));
  const outer = !ruled || /^\s*\|/.test(lines[at]!.text);
  const header = ruled ? cellsOf(lines[at]!.text, outer) : [];
  return { header, rows: body.map((line) => cellsOf(line.text, outer)), length: end - at };
}

function isRuler(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    !line.inert &&
    line.text.includes('|') &&
    line.text.length < 5000 &&
    ruler.test(line.text)
  );
}

/** The cells of a row, trimmed; an escaped pipe stays in its cell. Rows with an outer pipe begin with one. */
function cellsOf(row: string, outer: boolean): string[] {
  const cells: string[] = [];
  let cell = '';
  const text = outer ? row.trim().replace(/^\|/, '') : row.trim();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && text[at + 1] === '|') cell += text[at++]! + text[at]!;
    else if (text[at] === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += text[at];
  }
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
}

/** Figures as they are printed. */

export const digits = (value: number, least = 3) =>
  value >= 100 ? String(Math.round(value)) : value.toPrecision(least).replace(/\.0+$/, '');
export const against = (value: number, aim: number | undefined, atMost = false) =>
  aim === undefined ? '' : (atMost ? value <= aim : value >= aim) ? 'reached' : 'not reached';

/** Rows as a table of Markdown, which a terminal shows as well. */
export function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

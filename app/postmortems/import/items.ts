import { type Line, dedent, indentOf, trimBlankLines } from './lines.ts';

const marker = /^(\s*)(?:([-*+•·])|(\d{1,3})[.)])\s+(?:\[([ xX✓✔-]?)\]\s+)?(.*)$/;
export type Marker = { indent: number; ordered: boolean; checked: boolean | null; text: string };

/** Reads the marker of a list item; null for any other line. */
export function markerOf(line: Line): Marker | null {
  const match =
    line.inert || /^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line.text.slice(0, 200))
      ? null
      : marker.exec(line.text);
  if (!match) return null;
  const box = match[4];
  return {
    indent: indentOf(match[1]!),
    ordered: match[3] !== undefined,
    checked: box === undefined ? null : /[xX✓✔]/.test(box),
    text: match[5]!,
  };
}

/** Cuts lines into the items of their lists and the lines outside of them. */
export function itemsOf(lines: Line[]): ({ item: Marker; more: Line[] } | { line: Line })[] {
  const pieces: ({ item: Marker; more: Line[] } | { line: Line })[] = [];
  let open: { item: Marker; more: Line[] } | null = null;
  for (const line of lines) {
    const found = markerOf(line);
    const blank = line.text.trim() === '';
    if (found && (!open || found.indent <= open.item.indent + 1)) {
      open = { item: found, more: [] };
      pieces.push(open);
    } else if (
      open &&
      (blank || line.inert || found || indentOf(line.text) > open.item.indent || !endsBlank(open.more))
    ) {
      open.more.push(line);
    } else {
      open = null;
      pieces.push({ line });
    }
  }
  return pieces;
}

function endsBlank(lines: Line[]): boolean {
  return lines.length > 0 && lines.at(-1)!.text.trim() === '';
}

/** The text of an item with what is nested in it, as Markdown of its own. */
export function itemText(first: string, more: Line[]): string {
  return trimBlankLines([first, ...dedent(more).map((line) => line.text)].join('\n')).trimStart();
}

/** A line of the source; `inert` inside code, comments and the like, where nothing is a heading, a row or an entry. */
export type Line = { text: string; inert: boolean };

/** Splits a text into lines and marks those within code fences and HTML comments. A fence that is never closed counts as text. */
export function linesOf(text: string): Line[] {
  const lines = text.split('\n').map((line) => ({ text: line, inert: false }));
  const closings = closingFences(lines);
  const lastComment = lines.findLastIndex((line) => line.text.includes('-->'));
  for (let at = 0; at < lines.length; at++) {
    const end = closings.get(at) ?? endOfComment(lines, at, lastComment);
    if (end === null) continue;
    for (; at <= end; at++) lines[at]!.inert = true;
    at--;
  }
  return lines;
}

const fence = /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,4})?(`{3,}|~{3,})(.*)$/;

/** For each opening fence, the line that closes it; openings inside an open fence are not openings. */
function closingFences(lines: Line[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let open: { at: number; mark: string } | null = null;
  for (const [at, { text }] of lines.entries()) {
    const match = fence.exec(text);
    if (!match) continue;
    const [mark, info] = [match[1]!, match[2]!];
    if (!open) {
      if (mark[0] === '~' || !info.includes('`')) open = { at, mark };
    } else if (mark[0] === open.mark[0] && mark.length >= open.mark.length && info.trim() === '') {
      pairs.set(open.at, at);
      open = null;
    }
  }
  return pairs;
}

function endOfComment(lines: Line[], at: number, lastComment: number): number | null {
  const text = lines[at]!.text.trim();
  if (!text.startsWith('<!--') || at > lastComment) return null;
  for (let end = at; end <= lastComment; end++) {
    const line = lines[end]!.text;
    const closing = line.indexOf('-->', end === at ? line.indexOf('<!--') + 4 : 0);
    if (closing >= 0) return end;
  }
  return null;
}

/** The lines as text again, without blank lines at either end. */
export function joinLines(lines: Line[]): string {
  return trimBlankLines(lines.map((line) => line.text).join('\n'));
}

/** Takes blank lines from both ends and spaces from the end, but keeps the first line's indentation. */
export function trimBlankLines(text: string): string {
  const end = text.trimEnd();
  const first = end.search(/\S/);
  return first < 0 ? '' : end.slice(end.lastIndexOf('\n', first) + 1);
}

/** How far a line is indented, a tab counting as up to four spaces. */
export function indentOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char === ' ') width++;
    else if (char === '\t') width += 4 - (width % 4);
    else break;
  }
  return width;
}

/** Takes the indentation that all lines share from each of them. */
export function dedent(lines: Line[]): Line[] {
  const widths = lines
    .filter((line) => line.text.trim() !== '' && !line.inert)
    .map((line) => indentOf(line.text));
  const common = widths.reduce((least, width) => Math.min(least, width), widths[0] ?? 0);
  if (common === 0) return lines;
  return lines.map((line) => ({ ...line, text: cutIndent(line.text, common) }));
}

function cutIndent(text: string, width: number): string {
  let at = 0;
  while (
    at < text.length &&
    (text[at] === ' ' || text[at] === '\t') &&
    indentOf(text.slice(0, at + 1)) <= width
  )
    at++;
  return text.slice(at);
}

/**
 * The marks of our own Markdown: comments that no reader sees, each on a line of its own, which say where a section,
 * the timeline and the action items begin. A line of somebody's text that looks like one gets a second colon.
 */
export const version = 1;
const start = '<!-- guildhall:';

/** "<!-- guildhall:section root-cause -->" */
export function mark(kind: 'section' | 'timeline' | 'actions', key?: string): string {
  const name =
    key === undefined ? '' : ` ${/^[a-z0-9-]+$/.test(key) && !key.includes('--') ? key : inComment(key)}`;
  return `${start}${kind}${name} -->`;
}

/** Reads such a line; null for any other. */
export function markOn(line: string): { kind: 'section' | 'timeline' | 'actions'; key: string } | null {
  const match = /^<!-- guildhall:(section|timeline|actions)(?: ([^\n]*))? -->$/.exec(line);
  if (!match) return null;
  const [, kind, name = ''] = match;
  const key = name.startsWith('"') ? fromComment(name) : name;
  return typeof key === 'string' ? { kind: kind as 'section' | 'timeline' | 'actions', key } : null;
}

/** A text in which no line can be taken for a mark. */
export function escapeMarks(text: string): string {
  return text.replace(/^(<!-- guildhall:)/gm, '$1:');
}

/** The text as it was before `escapeMarks`. */
export function unescapeMarks(text: string): string {
  return text.replace(/^(<!-- guildhall:):/gm, '$1');
}

/** A value as JSON that can stand inside an HTML comment. */
export function inComment(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>]|-(?=-)/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The value of such JSON; undefined where it is none. */
export function fromComment(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What the line below an action item may say of it, in this order. */
export const details = ['owner', 'due', 'ticket', 'kind', 'severity'] as const;

/** The line that stands for no details, where the text itself ends like a line of details. */
export const noDetails = '*No details*';

const detail = /(Owner|Due|Ticket|Kind|Severity): ("(?:[^"\\\n]|\\[^\n])*"|[^·*"\n]+?)(?: · |\*$)/y;

/** Reads a line of details: "*Owner: Jane · Due: 2021-03-01*"; null for any other. */
export function detailsOn(line: string): Map<string, string> | null {
  if (line === noDetails) return new Map();
  if (!line.startsWith('*') || !line.endsWith('*') || line.length < 3) return null;
  const found = new Map<string, string>();
  detail.lastIndex = 1;
  for (let match = detail.exec(line); match; match = detail.exec(line)) {
    const value = match[2]!.startsWith('"') ? fromComment(match[2]!) : match[2]!.trim();
    if (typeof value !== 'string') return null;
    found.set(match[1]!.toLowerCase(), value);
    if (detail.lastIndex === line.length) return found;
  }
  return null;
}

/** A value within a line of details: quoted where it could be taken for something else. */
export function asDetail(value: string): string {
  return /^[^\s"*·\\<>`_~[\]|][^"*·\\<>`_~[\]|]*$/.test(value) ? value : JSON.stringify(value);
}

import { type Line, indentOf } from './lines.ts';
import { kindOfLabel } from './section-kinds.ts';

/**
 * A heading: its depth (1 to 6; 7 for a line in bold, 8 for a label with a colon), its words, how many lines it
 * takes up, and what follows it on its own line ("**Impact:** two hours").
 */
export type Heading = {
  level: number;
  text: string;
  length: number;
  trailing: string;
  style: 'marked' | 'bold' | 'label' | 'bullet';
};

/** Reads the heading on line `at`; null where there is none. */
export function headingAt(lines: Line[], at: number): Heading | null {
  const line = lines[at];
  if (!line || line.inert || line.text.trim() === '') return null;
  return marked(line.text) ?? underlined(lines, at) ?? bold(line.text);
}

function marked(text: string): Heading | null {
  const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*)|(?=[\p{L}\p{Extended_Pictographic}*])(.*))?$/u.exec(text);
  if (match) {
    const words = (match[2] ?? match[3] ?? '').trim().replace(/(?:^|\s)#+$/, '');
    return { level: match[1]!.length, text: words.trim(), length: 1, trailing: '', style: 'marked' };
  }
  const tag = /^\s{0,3}<h([1-6])(?:\s[^>]{0,200})?>(.{0,300})<\/h\1>\s*$/i.exec(text);
  return tag && { level: Number(tag[1]), text: tag[2]!.trim(), length: 1, trailing: '', style: 'marked' };
}

function underlined(lines: Line[], at: number): Heading | null {
  const [text, next] = [lines[at]!.text, lines[at + 1]];
  const rule = next && !next.inert ? /^ {0,3}(=+|-{2,})\s*$/.exec(next.text) : null;
  if (!rule || text.length > 120 || indentOf(text) > 3 || /^\s*(?:[-*+>|]|\d+[.)]\s|#)/.test(text))
    return null;
  const before = lines[at - 1];
  if (before && before.text.trim() !== '') return null;
  return {
    level: rule[1]!.startsWith('=') ? 1 : 2,
    text: text.trim(),
    length: 2,
    trailing: '',
    style: 'marked',
  };
}

function bold(text: string): Heading | null {
  const match = /^ {0,3}(\*\*|__)(?!\s)([^*_]{1,100}?(?:_[^*_]{1,100}?){0,5})\1:?\s*$/.exec(text);
  return match && { level: 7, text: match[2]!.trim(), length: 1, trailing: '', style: 'bold' };
}

const label =
  /^(\s{0,8})([-*+]\s{1,3})?(?:(\*\*|__)(?!\s)([^*_\n]{2,80})\3(:?)|([\p{L}][^*_:|`\n]{2,40})(:))(?:\s(.*)|\s*)$/u;

/**
 * Reads a label with a colon as a heading ("**Impact:** …", "- **Context**:", "Timeline:"). Whether it is one
 * depends on the rest of the document, so the caller decides.
 */
export function labelAt(lines: Line[], at: number): (Heading & { indent: number; known: boolean }) | null {
  const line = lines[at];
  if (!line || line.inert) return null;
  const match = label.exec(line.text);
  if (!match) return null;
  const [, indent, bullet, strong, loud, colon, plain, , trailing = ''] = match;
  const words = (loud ?? plain!).trim();
  if (strong ? !colon && !words.endsWith(':') && !bullet : bullet || trailing.trim() !== '') return null;
  if (strong && !colon && !words.endsWith(':') && trailing.trim() !== '') return null;
  const text = words.replace(/\s*:$/, '');
  const known = kindOfLabel(text) !== null;
  if (!strong && !known) return null;
  return {
    level: 8,
    text,
    length: 1,
    trailing: trailing.trim(),
    style: bullet ? 'bullet' : 'label',
    indent: indentOf(indent!),
    known,
  };
}

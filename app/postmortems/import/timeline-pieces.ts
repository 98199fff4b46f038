import type { Draft, Piece } from './drafts.ts';
import { headingAt } from './headings.ts';
import { type Line, indentOf } from './lines.ts';
import { type Stamp, stampAtEnd, stampAtStart } from './stamps.ts';
import { tableAt } from './tables.ts';
import { rowsOf } from './timeline-table.ts';

const item = /^(\s*)(?:[-*+•–·]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/;
const trust = { loose: true };

/** Cuts the body of a timeline into entries with all that belongs to them, days, and other lines. */
export function piecesOf(lines: Line[], mayTrail: boolean): Piece[] {
  const pieces: Piece[] = [];
  const trailing =
    mayTrail &&
    !lines.some((_, at) => tableAt(lines, at)) &&
    !lines.some((line) => !line.inert && stampAtStart(contentOf(line.text), trust)?.moment.clock);
  let open: Draft | null = null;
  const push = (draft: Draft) => {
    pieces.push({ role: isDay(draft) ? 'day' : 'entry', draft });
    return draft;
  };
  const keep = (line: Line) => {
    if (open) open.more.push(line);
    else pieces.push({ role: 'rest', line });
  };
  const close = () => {
    for (const line of open ? afterwards(open) : []) pieces.push({ role: 'rest', line });
    open = null;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const absorbing: boolean =
      open !== null && (open as Draft).style === 'heading' && (open as Draft).moment?.clock != null;
    const table = tableAt(lines, at);
    const rows = table && !absorbing ? rowsOf(table) : null;
    const heading = headingAt(lines, at);
    if (table) {
      if (rows) {
        close();
        if (table.header.length) keep({ text: table.header.join(' | '), inert: false });
        rows.forEach(push);
      } else lines.slice(at, at + table.length).forEach(keep);
      at += table.length - 1;
    } else if (heading && heading.style !== 'bold' && !absorbing) {
      close();
      const draft = headingDraft(heading.text, line);
      if (draft) open = push(draft);
      else keep(line);
    } else if (heading && heading.style === 'marked') {
      close();
      const draft = headingDraft(heading.text, line);
      if (draft) open = push(draft);
      else keep(line);
    } else {
      const draft: Draft | null = line.inert || absorbing ? null : draftAt(lines, at, open, trailing);
      if (draft) open = push(draft);
      else {
        if ((heading && !absorbing) || endsLabels(line, open)) close();
        keep(line);
      }
    }
  }
  close();
  return pieces;
}

/** Among labels with their times, an item without a time is no continuation of the label before. */
function endsLabels(line: Line, open: Draft | null): boolean {
  const listed = open?.trailing && !line.inert ? item.exec(line.text) : null;
  return listed !== null && indentOf(listed[1]!) <= open!.indent;
}

/** Whether a line that is no list item may be a label with its time, rather than a sentence about times. */
function isLabel(text: string): boolean {
  return text.length < 100 && !/\btimes?(?:tamps?)?\b/i.test(text);
}

function contentOf(text: string): string {
  return item.exec(text)?.[2] ?? text;
}

function isDay(draft: Draft): boolean {
  return (
    draft.moment !== null && draft.moment.clock === null && (draft.first === '' || draft.style === 'heading')
  );
}

function headingDraft(text: string, raw: Line): Draft | null {
  const stamp = stampAtStart(text, trust) ?? stampAtEnd(text, trust);
  if (!stamp) return null;
  const aside = /^\([^()]{1,60}\)$/.test(stamp.rest);
  return {
    moment: stamp.moment,
    written: aside ? `${stamp.written} ${stamp.rest}` : stamp.written,
    style: 'heading',
    trailing: false,
    indent: 0,
    first: aside ? '' : stamp.rest,
    more: [],
    raw,
  };
}

/** The entry that begins on line `at`, unless the line only continues the open one. */
function draftAt(lines: Line[], at: number, open: Draft | null, trailing: boolean): Draft | null {
  const raw = lines[at]!;
  const listed = item.exec(raw.text);
  const indent = indentOf(listed ? listed[1]! : raw.text);
  const timed = open?.moment?.clock != null;
  if (open?.style === 'item' && indent > open.indent && (timed || !listed)) return null;
  if (!listed && !startsParagraph(lines, at, open)) return null;
  const text = listed ? listed[2]! : raw.text;
  const first = stampAtStart(text, trust);
  const stamp: Stamp | null =
    first ?? (trailing && (listed || isLabel(text)) ? stampAtEnd(text, trust) : null);
  if (!stamp) return null;
  return {
    moment: stamp.moment,
    written: stamp.written,
    style: listed ? 'item' : 'line',
    trailing: !first,
    indent,
    first: stamp.rest,
    more: [],
    raw,
  };
}

function startsParagraph(lines: Line[], at: number, open: Draft | null): boolean {
  const before = lines[at - 1];
  return (
    before === undefined ||
    before.inert ||
    /^\s*(?:[-*_=]{3,}\s*)?$/.test(before.text) ||
    open?.style === 'line' ||
    headingAt(lines, at - 1) !== null
  );
}

/** Takes what follows the last entry of a list but no longer belongs to it: from the first paragraph that is not indented. */
function afterwards(draft: Draft): Line[] {
  if (draft.style === 'heading') return [];
  const said = draft.first !== '';
  const start = draft.more.findIndex((line, index) => {
    const before = draft.more[index - 1];
    if (line.inert || line.text.trim() === '' || indentOf(line.text) > draft.indent || item.test(line.text))
      return false;
    if (before === undefined || before.text.trim() !== '') return false;
    return said || draft.more.slice(0, index).some((earlier) => earlier.text.trim() !== '');
  });
  return start < 0 ? [] : draft.more.splice(start);
}

import { isDay, kinds } from '#app/action-items/action-item.ts';
import { asSeverity } from '#app/action-items/severity.ts';

import type {
  DocumentAction,
  DocumentSection,
  DocumentTimelineEntry,
  PostmortemDocument,
} from '../document.ts';
import { detailsOn, fromComment, markOn, unescapeMarks } from '../export/marks.ts';
import { isLocal } from '../moment.ts';
import { dayWithin } from './about.ts';
import { readActions } from './actions.ts';
import { calendarOf } from './calendar.ts';
import { linesOf, trimBlankLines } from './lines.ts';
import { type Header, headerOf } from './own-header.ts';
import { readTimeline } from './timeline.ts';

const opening = '---\nguildhall: 1\n';
/**
 * Reads the Markdown that we wrote ourselves, exactly. Null for anything else, and for a file of ours that lost its
 * marks, which then reads like any other. An entry that somebody added or rewrote in their own way reads like any.
 */
export function readOwnFormat(text: string): PostmortemDocument | null {
  if (!text.startsWith(opening)) return null;
  const end = text.indexOf('\n---\n', opening.length - 1);
  const header = end < 0 ? null : headerOf(text.slice(opening.length, end + 1));
  if (!header) return null;
  const lines = text.slice(end + 5).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const titled = /^#(?: ([^\n]*))?$/.exec(lines[first] ?? '');
  const blocks = blocksOf(lines.slice(titled ? first + 1 : 0));
  if (!blocks.some(({ mark }) => mark) && lines.some((line) => line.startsWith('## '))) return null;
  return assemble({ ...header, title: titled ? (titled[1] ?? '').trim() : header.title }, blocks);
}

/** A file of ours without its marks, for the reader of everything else. */
export function withoutMarks(text: string): string {
  if (!text.startsWith(opening)) return text;
  return withoutNotes(text.replace(/^<!-- guildhall:[a-z][^\n]*-->$/gm, ''));
}

type Block = { mark: ReturnType<typeof markOn>; lines: string[] };

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [{ mark: null, lines: [] }];
  for (const line of lines) {
    const mark = markOn(line);
    if (mark) blocks.push({ mark, lines: [] });
    else blocks.at(-1)!.lines.push(line);
  }
  return blocks;
}

function assemble(header: Header, blocks: Block[]): PostmortemDocument {
  const document: PostmortemDocument = { ...header, sections: [], timeline: [], actions: [] };
  for (const { mark, lines } of blocks) {
    const heading = mark ? /^##(?: ([^\n]*))?$/.exec(lines[0] ?? '') : null;
    const body = trimBlankLines((heading ? lines.slice(1) : lines).join('\n'));
    if (mark?.kind === 'timeline') readEntries(document, body);
    else if (mark?.kind === 'actions') readTasks(document, body);
    else if (mark)
      document.sections.push({
        key: mark.key,
        heading: (heading?.[1] ?? '').trim(),
        markdown: unescapeMarks(body),
      });
    else if (body)
      document.sections.push({ key: 'introduction', heading: 'Introduction', markdown: unescapeMarks(body) });
  }
  return document;
}

function readEntries(document: PostmortemDocument, body: string): void {
  const left: string[] = [];
  for (const item of itemsOf(body)) {
    const entry = item.ours && entryOf(item.ours);
    if (entry) {
      document.timeline.push(entry);
      continue;
    }
    const before = document.timeline.at(-1)?.at ?? null;
    const day = before === null ? null : dayWithin(before);
    const read = readTimeline(linesOf(withoutNotes(item.raw)), calendarOf(day));
    for (const added of read.entries) document.timeline.push(added);
    left.push(read.rest);
  }
  leave(document.sections, 'timeline', 'Timeline', left);
}

function readTasks(document: PostmortemDocument, body: string): void {
  const left: string[] = [];
  for (const item of itemsOf(body)) {
    const task = item.ours && taskOf(item.ours);
    if (task) {
      document.actions.push(task);
      continue;
    }
    const read = readActions(linesOf(item.raw), { people: new Set(), about: null });
    for (const added of read.actions) document.actions.push(added);
    left.push(read.rest);
  }
  leave(document.sections, 'action-items', 'Action items', left);
}

/** Keeps the words that somebody wrote into a list of ours in the section that the list belongs to. */
function leave(sections: DocumentSection[], key: string, heading: string, left: string[]): void {
  const words = left.filter(Boolean).join('\n\n');
  if (words === '') return;
  const section = sections.find((one) => one.key === key);
  if (section) section.markdown = [section.markdown, words].filter(Boolean).join('\n\n');
  else sections.push({ key, heading, markdown: words });
}

/** Shows the hidden words of a time, for a reader that does not know our notes. */
function withoutNotes(body: string): string {
  return body.replace(/^(- \*\*[^*\n]*\*\*) <!-- (\{[^\n]*?\}) -->/gm, (_, time: string, note: string) => {
    const hidden = fromComment(note) as { written?: unknown; zone?: unknown } | null | undefined;
    const words = [hidden?.written, hidden?.zone].filter((value) => typeof value === 'string');
    return words.length > 0 ? `${time} (${words.join(', ')})` : time;
  });
}

/**
 * The items of a list: each begins at the margin. `ours` has the lines of one as we write it, "- " before the first and
 * all others indented; an item that anybody else has written or gone on with has none.
 */
function itemsOf(body: string): { raw: string; ours: string[] | null }[] {
  const items: string[][] = [];
  for (const line of body === '' ? [] : body.split('\n')) {
    if (items.length === 0 || /^(?:[-*+]|\d{1,3}[.)]) /.test(line)) items.push([line]);
    else items.at(-1)!.push(line);
  }
  return items.map((lines) => {
    const ours =
      lines[0]!.startsWith('- ') && lines.slice(1).every((line) => line === '' || line.startsWith('  '));
    return { raw: lines.join('\n'), ours: ours ? lines.map((line) => line.slice(2)) : null };
  });
}

function entryOf(lines: string[]): DocumentTimelineEntry | null {
  const match =
    /^\*\*(Time unknown|(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?)(?: ([^*\n]+))?\*\*(?: <!-- (\{[^\n]*?\}) -->)?(?: ([^\n]*))?$/.exec(
      lines[0]!,
    );
  if (!match) return null;
  const [, shown, day, clock, zone, note, first = ''] = match;
  const hidden = note === undefined ? {} : fromComment(note);
  if (typeof hidden !== 'object' || hidden === null) return null;
  const { written, zone: hiddenZone } = hidden as { written?: unknown; zone?: unknown };
  const at = day === undefined ? null : clock === undefined ? day : `${day}T${clock}`;
  const real = at === null || isLocal(at);
  const words = typeof written === 'string' ? written : shown!;
  return {
    at: real ? at : null,
    // A time of no calendar stays as the words it is.
    written: real || words === shown ? words : `${shown} (${words})`,
    zone: zone ?? (typeof hiddenZone === 'string' ? hiddenZone : null),
    text: [first, ...lines.slice(1)].join('\n').trim(),
  };
}

function taskOf(lines: string[]): DocumentAction | null {
  const match = /^\[([ x])\](?: ([^\n]*))?$/.exec(lines[0]!);
  if (!match) return null;
  const body = [match[2] ?? '', ...lines.slice(1)].join('\n').trim().split('\n');
  const found = detailsOn(body.at(-1)!);
  const text = (found ? body.slice(0, -1) : body).join('\n').trim();
  const kind = kinds.find((one) => one === found?.get('kind')) ?? null;
  const severity = asSeverity(Number(found?.get('severity') ?? Number.NaN));
  const due = found?.get('due') ?? null;
  const read = { kind: kind !== null, severity: severity !== null, due: due !== null && isDay(due) };
  // What somebody wrote there in words of their own stays with the text.
  const odd = (['due', 'kind', 'severity'] as const).flatMap((name) =>
    found?.has(name) && !read[name] ? [`${name[0]!.toUpperCase()}${name.slice(1)}: ${found.get(name)}`] : [],
  );
  return {
    text: odd.length > 0 ? `${text} (${odd.join(', ')})`.trim() : text,
    owner: found?.get('owner') ?? null,
    done: match[1] === 'x',
    kind,
    severity,
    due: read.due ? due : null,
    ticket: found?.get('ticket') ?? null,
  };
}

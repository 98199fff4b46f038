import type {
  DocumentAction,
  DocumentMilestone,
  DocumentSection,
  DocumentTimelineEntry,
  PostmortemDocument,
} from '../document.ts';
import { detailsOn, fromComment, markOn, unescapeMarks } from '../export/marks.ts';
import { readActions } from './actions.ts';
import { calendarOf } from './calendar.ts';
import { linesOf, trimBlankLines } from './lines.ts';
import { readTimeline } from './timeline.ts';

const opening = '---\nguildhall: 1\n';
type Header = Pick<PostmortemDocument, 'kind' | 'severity' | 'timezone' | 'milestones'> & { title: string };

/**
 * Reads the Markdown that we wrote ourselves, exactly. Null for anything else, and for a file of ours that lost its
 * marks, which then reads like any other. A list that somebody edited is read like anybody's.
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
  return text
    .replace(/^<!-- guildhall:[a-z][^\n]*-->$/gm, '')
    .replace(/^(- \*\*[^*\n]*\*\*) <!-- \{[^\n]*?\} -->/gm, '$1');
}

function headerOf(raw: string): Header | null {
  const header: Header = { title: '', kind: 'incident', severity: null, timezone: null, milestones: [] };
  for (const line of raw.split('\n').filter(Boolean)) {
    const match = /^( {2}- | {4})?([a-z]+):(?: ([^\n]*))?$/.exec(line);
    if (!match) return null;
    const [, nested, name, written = ''] = match;
    const value = written.startsWith('"') ? fromComment(written) : written;
    if (typeof value !== 'string') return null;
    const point = header.milestones.at(-1);
    if (nested === '  - ' && name === 'kind')
      header.milestones.push({ kind: value as DocumentMilestone['kind'], at: null, written: '', zone: null });
    else if (nested && point && (name === 'at' || name === 'written' || name === 'zone' || name === 'label'))
      point[name] = value;
    else if (name === 'title') header.title = value;
    else if (name === 'kind') header.kind = value === 'near-miss' ? 'near-miss' : 'incident';
    else if (name === 'severity')
      header.severity = /^[1-5]$/.test(value) ? (Number(value) as PostmortemDocument['severity']) : null;
    else if (name === 'timezone') header.timezone = value;
    else if (name !== 'milestones') return null;
  }
  return header;
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
  const entries = itemsOf(body)?.map(entryOf);
  if (entries?.every((entry) => entry !== null)) document.timeline = document.timeline.concat(entries);
  else {
    const read = readTimeline(linesOf(withoutNotes(body)), calendarOf(null));
    document.timeline = document.timeline.concat(read.entries);
    leave(document.sections, 'timeline', 'Timeline', read.rest);
  }
}

function readTasks(document: PostmortemDocument, body: string): void {
  const tasks = itemsOf(body)?.map(taskOf);
  if (tasks?.every((task) => task !== null)) document.actions = document.actions.concat(tasks);
  else {
    const read = readActions(linesOf(body), { people: new Set(), about: null });
    document.actions = document.actions.concat(read.actions);
    leave(document.sections, 'action-items', 'Action items', read.rest);
  }
}

/** Keeps the words that somebody wrote into a list of ours in the section that the list belongs to. */
function leave(sections: DocumentSection[], key: string, heading: string, words: string): void {
  if (words === '') return;
  const section = sections.find((one) => one.key === key);
  if (section) section.markdown = [section.markdown, words].filter(Boolean).join('\n\n');
  else sections.push({ key, heading, markdown: words });
}

function withoutNotes(body: string): string {
  return body.replace(/^(- \*\*[^*\n]*\*\*) <!-- \{[^\n]*?\} -->/gm, '$1');
}

/** The items of a list as we write it: each begins with "- " and everything else is indented. Null for any other list. */
function itemsOf(body: string): string[][] | null {
  const items: string[][] = [];
  for (const line of body === '' ? [] : body.split('\n')) {
    if (line.startsWith('- ')) items.push([line.slice(2)]);
    else if (items.length > 0 && (line === '' || line.startsWith('  '))) items.at(-1)!.push(line.slice(2));
    else return null;
  }
  return items;
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
  return {
    at: day === undefined ? null : clock === undefined ? day : `${day}T${clock}`,
    written: typeof written === 'string' ? written : shown!,
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
  const severity = found?.get('severity');
  return {
    text,
    owner: found?.get('owner') ?? null,
    done: match[1] === 'x',
    kind: (found?.get('kind') ?? null) as DocumentAction['kind'],
    severity: severity === undefined ? null : (Number(severity) as DocumentAction['severity']),
    due: found?.get('due') ?? null,
    ticket: found?.get('ticket') ?? null,
  };
}

import type { DocumentAction } from '../document.ts';
import { actionRows } from './action-table.ts';
import { doneMark, dueIn, ticketIn } from './action-marks.ts';
import type { Day } from './days.ts';
import { headingAt } from './headings.ts';
import { type Marker, itemText, itemsOf, markerOf } from './items.ts';
import { type Line, dedent, joinLines } from './lines.ts';
import { namesOwner, ownerIn, ownerOf, ownersBySuffix } from './owners.ts';
import { kindOfHeading } from './section-kinds.ts';
import { tableAt } from './tables.ts';

/** The action items of a section, and the words around them. */
export type Actions = { actions: DocumentAction[]; rest: string };

/** What the rest of the document says that helps to read its action items. */
export type Surroundings = { people: Set<string>; about: Day | null };

type Group = { heading: string | null; raw: Line[]; lines: Line[] };

/** Reads the action items of a section: a list, a table, or a heading each, perhaps in groups by theme or by person. */
export function readActions(lines: Line[], surroundings: Surroundings): Actions {
  const groups = groupsOf(lines);
  const listed = groups.map((group) => readGroup(group, surroundings));
  if (listed.some(({ actions }) => actions.length > 0)) return joined(listed);
  const headed = groups.filter((group) => group.heading !== null && joinLines(group.lines) !== '');
  if (headed.length < 2) return { actions: [], rest: joinLines(lines) };
  return joined(
    groups.map((group) =>
      headed.includes(group)
        ? fromHeading(group, surroundings)
        : { actions: [], rest: joinLines([...group.raw, ...group.lines]) },
    ),
  );
}

function joined(parts: Actions[]): Actions {
  return {
    actions: parts.flatMap(({ actions }) => actions),
    rest: parts
      .map(({ rest }) => rest)
      .filter(Boolean)
      .join('\n\n'),
  };
}

function groupsOf(lines: Line[]): Group[] {
  const groups: Group[] = [{ heading: null, raw: [], lines: [] }];
  for (let at = 0; at < lines.length; at++) {
    const heading = headingAt(lines, at);
    if (heading) {
      groups.push({ heading: heading.text, raw: lines.slice(at, at + heading.length), lines: [] });
      at += heading.length - 1;
    } else groups.at(-1)!.lines.push(lines[at]!);
  }
  return groups;
}

const elsewhere = new Set([
  'went-wrong',
  'went-well',
  'got-lucky',
  'lessons-learned',
  'timeline',
  'summary',
  'background',
]);

function readGroup(group: Group, surroundings: Surroundings): Actions {
  const kind = group.heading === null ? null : kindOfHeading(group.heading);
  if (kind && elsewhere.has(kind)) return { actions: [], rest: joinLines([...group.raw, ...group.lines]) };
  const owner =
    group.heading !== null && namesOwner(group.heading, surroundings.people)
      ? ownerIn(group.heading.replace(/:$/, ''))
      : null;
  const { actions, rest } = readList(group.lines, owner, surroundings);
  const used = owner !== null && actions.some((action) => action.owner === owner);
  return { actions, rest: joinLines([...(used ? [] : group.raw), ...rest]) };
}

function readList(
  lines: Line[],
  owner: string | null,
  surroundings: Surroundings,
): { actions: DocumentAction[]; rest: Line[] } {
  const actions: DocumentAction[] = [];
  const rest: Line[] = [];
  const run: { text: string; checked: boolean | null }[] = [];
  const flush = () => {
    for (const action of fromTexts(run, owner, surroundings)) actions.push(action);
    run.length = 0;
  };
  for (const piece of outsideTables(lines, (table) => {
    flush();
    const read = actionRows(table.rows, table.header, surroundings.about);
    for (const action of read.actions) actions.push(action);
    for (const line of read.rest) rest.push(line);
  })) {
    if ('line' in piece) {
      const open = tickedLine(piece.line) ?? spokenLine(piece.line);
      if (open) run.push(open);
      else rest.push(piece.line);
      continue;
    }
    const nested = dedent(piece.more);
    const inner = isGroup(piece.item, nested, surroundings.people);
    if (inner) {
      flush();
      const name = namesOwner(piece.item.text, surroundings.people)
        ? ownerIn(piece.item.text.replace(/:$/, ''))
        : null;
      const read = readList(nested, name ?? owner, surroundings);
      if (!name) rest.push({ text: `- ${piece.item.text}`, inert: false });
      for (const action of read.actions) actions.push(action);
      for (const line of read.rest) rest.push(line);
    } else if (isPlaceholder(piece.item.text) && joinLines(nested) === '')
      rest.push({ text: piece.item.text, inert: false });
    else run.push({ text: itemText(piece.item.text, piece.more), checked: piece.item.checked });
  }
  flush();
  return { actions, rest };
}

function outsideTables(lines: Line[], onTable: (table: { header: string[]; rows: string[][] }) => void) {
  const outside: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = markerOf(lines[at]!) ? null : tableAt(lines, at);
    if (table) {
      onTable(table);
      at += table.length - 1;
    } else outside.push(lines[at]!);
  }
  return itemsOf(outside);
}

/** A list item that only gathers others: a name, or a theme with a colon, with a list nested in it. */
function isGroup(item: Marker, nested: Line[], people: Set<string>): boolean {
  const list = nested.filter((line) => markerOf(line)).length;
  if (list === 0 || item.checked !== null) return false;
  const outer = itemsOf(nested).flatMap((piece) => ('item' in piece ? [piece.item] : []));
  return (
    /:[*_]{0,2}$/.test(item.text.trim()) ||
    outer.every(({ checked }) => checked !== null) ||
    namesOwner(item.text, people)
  );
}

function isPlaceholder(text: string): boolean {
  return /^(?:[*_(]{0,2}(?:none|n\/?a|tb[dac]|todo|no (?:action|follow)[\w -]{0,30}|nothing)[*_)]{0,2}\.?|[-–—.…*_]*)$/i.test(
    text.trim(),
  );
}

function tickedLine(line: Line): { text: string; checked: boolean | null } | null {
  if (
    line.inert ||
    !/^\s*(?:[\u2705\u2611\u2714\u2713\u2610\u2b1c\u274c]|\u{1f532}|\u{1f533}|\[[ xX]\]\s)/u.test(line.text)
  )
    return null;
  const box = /^\s*\[([ xX])\]\s+(.*)$/.exec(line.text);
  return box ? { text: box[2]!, checked: box[1] !== ' ' } : { text: line.text.trim(), checked: null };
}

function spokenLine(line: Line): { text: string; checked: boolean | null } | null {
  const match = line.inert
    ? null
    : /^\s*[*_[]{0,2}(?:TODO|ACTION(?: ITEM)?|AI)(?:[ #]?\d{1,3})?[\]*_]{0,2}\s?[:–—-]\s{0,3}(\S.*)$|^\s*[*_[]{0,2}[A-Z]{2,10}-\d{1,6}[\]*_]{0,2}\s?[:–—-]\s/.exec(
        line.text,
      );
  return match && { text: line.text.trim(), checked: null };
}

function fromTexts(
  items: { text: string; checked: boolean | null }[],
  owner: string | null,
  { about }: Surroundings,
): DocumentAction[] {
  const signed = ownersBySuffix(items.map(({ text }) => doneMark(text).text));
  return items.map(({ text, checked }, index) => {
    const marked = doneMark(text);
    const own = ownerOf(marked.text);
    const owned = own.owner === null && signed?.[index]?.owner ? signed[index]! : own;
    return {
      text: owned.text,
      owner: owned.owner ?? owner,
      done: checked === true || marked.done,
      kind: null,
      severity: null,
      due: dueIn(text, about),
      ticket: ticketIn(text),
    };
  });
}

function fromHeading(group: Group, surroundings: Surroundings): Actions {
  const text = [group.heading!, joinLines(group.lines)].filter(Boolean).join('\n\n');
  return { actions: fromTexts([{ text, checked: null }], null, surroundings), rest: '' };
}

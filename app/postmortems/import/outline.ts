import { type Heading, headingAt, labelAt } from './headings.ts';
import { type Line, dedent, joinLines } from './lines.ts';
import { type SectionKind, kindOfHeading, slugOf } from './section-kinds.ts';
import { stampAtStart } from './stamps.ts';

/** A section of a document with everything beneath it, sub-headings included. */
export type Section = {
  key: string;
  kind: SectionKind | null;
  heading: string;
  level: number;
  lines: Line[];
};

/** A document in sections; `title` is its first heading, unless that one heads a section itself. */
export type Outline = { title: string | null; preamble: Line[]; sections: Section[] };

/** A heading and what stands under it up to the next one: as it is in the source, and as the body of a section. */
type Part = { heading: Heading; raw: Line[]; lines: Line[] };

/** Cuts a document into sections at its headings, of whichever style it uses. No line is left out. */
export function outlineOf(lines: Line[]): Outline {
  const headings = headingsOf(lines);
  const first = headings[0]?.[0] ?? lines.length;
  let preamble = lines.slice(0, first);
  const parts = headings.map(([at, heading], index) =>
    partOf(lines, at, heading, headings[index + 1]?.[0] ?? lines.length),
  );
  const titled =
    parts[0] && isTitle(parts[0].heading, parts.slice(1), joinLines(preamble) === '') ? parts.shift()! : null;
  if (titled) preamble = preamble.concat({ text: '', inert: false }, titled.lines);
  return { title: titled?.heading.text ?? null, preamble, sections: gather(parts) };
}

function partOf(lines: Line[], at: number, heading: Heading, end: number): Part {
  const body = lines.slice(at + heading.length, end);
  const trailing = heading.trailing ? [{ text: heading.trailing, inert: false }] : [];
  return {
    heading,
    raw: lines.slice(at, end),
    lines: heading.level === 8 ? [...trailing, ...dedent(body)] : body,
  };
}

function isTitle(heading: Heading, others: Part[], leads: boolean): boolean {
  if (heading.style === 'bold')
    return leads && kindOfHeading(heading.text) === null && others.every((part) => part.heading.level > 1);
  if (heading.style !== 'marked') return false;
  if (heading.level === 1)
    return !isBareKind(heading.text) || !others.some((part) => part.heading.level === 1);
  return (
    !isBareKind(heading.text) &&
    kindOfHeading(heading.text) === null &&
    others.every((part) => part.heading.level > heading.level)
  );
}

function isBareKind(text: string): boolean {
  return kindOfHeading(text) !== null && text.split(/\s+/).length <= 3;
}

function headingsOf(lines: Line[]): [number, Heading][] {
  const found: [number, Heading][] = [];
  const labels = labelsOf(lines);
  const all = lines.map((_, at) => headingAt(lines, at));
  const plain =
    all.filter((heading) => heading?.style === 'bold' && kindOfHeading(heading.text)).length > 1 &&
    !all.some((heading) => heading?.level === 2);
  for (let at = 0; at < lines.length; at++) {
    const heading = all[at];
    const accepted =
      heading &&
      (heading.style === 'marked' || (!stampAtStart(heading.text) && (plain || kindOfHeading(heading.text))))
        ? heading
        : labels.get(at);
    if (accepted) found.push([at, plain && accepted.style === 'bold' ? { ...accepted, level: 2 } : accepted]);
    if (accepted) at += accepted.length - 1;
  }
  return found;
}

/** Labels count as headings where the document uses at least two that are known, or one that stands alone on its line. */
function labelsOf(lines: Line[]): Map<number, Heading> {
  const labels = lines.flatMap((_, at) => {
    const found = labelAt(lines, at);
    return found ? [[at, found] as const] : [];
  });
  const known = labels.filter(([, found]) => found.known);
  const bullets = known.filter(([, found]) => found.style === 'bullet');
  const standing = known.filter(([, found]) => found.style === 'label');
  const base =
    bullets.length >= 2 ? bullets.reduce((least, [, { indent }]) => Math.min(least, indent), Infinity) : -1;
  const accepted = labels.filter(([, found]) => {
    if (found.style === 'bullet') return bullets.length >= 2 && (found.known || found.indent === base);
    return found.known && (standing.length >= 2 || found.trailing === '') && found.indent < 4;
  });
  return new Map(accepted);
}

function gather(parts: Part[]): Section[] {
  const sections: Section[] = [];
  for (const part of parts) {
    const current = sections.at(-1);
    const kind = kindOfHeading(part.heading.text);
    if (current && belongs(part, kind, current)) for (const line of part.raw) current.lines.push(line);
    else
      sections.push({
        key: kind ?? slugOf(part.heading.text),
        kind,
        heading: part.heading.text,
        level: part.heading.level,
        lines: part.lines,
      });
  }
  return sections;
}

function belongs(part: Part, kind: SectionKind | null, current: Section): boolean {
  const stamped = stampAtStart(part.heading.text, { loose: true });
  if (current.kind === 'timeline' && stamped) return true;
  if (part.heading.level <= current.level) return false;
  if (current.kind === 'timeline' || current.kind === 'action-items') return true;
  return kind === null;
}

/** The sections of an outline, the words before the first heading as one of them: the summary where no other is. */
export function sectionsOf({ preamble, sections }: Outline): Section[] {
  if (joinLines(preamble) === '') return sections;
  const summarised = sections.some((section) => section.kind === 'summary');
  const [key, heading] = summarised ? ['introduction', 'Introduction'] : ['summary', 'Summary'];
  return [{ key, kind: null, heading, level: 0, lines: preamble }, ...sections];
}

/** Gives each section a key of its own: the second "timeline" is "timeline-2". */
export function uniqueKeys(): (key: string) => string {
  const taken = new Map<string, number>();
  return (key) => {
    for (let count = (taken.get(key) ?? 0) + 1; ; count++) {
      const name = count === 1 ? key : `${key}-${count}`;
      taken.set(key, count);
      if (count === 1 || !taken.has(name)) {
        if (count > 1) taken.set(name, 1);
        return name;
      }
    }
  };
}

import type {
  DocumentAction,
  DocumentMilestone,
  DocumentSection,
  DocumentTimelineEntry,
  PostmortemDocument,
} from '../document.ts';
import { readActions } from './actions.ts';
import { calendarOf } from './calendar.ts';
import { doubtsAbout } from './doubts.ts';
import { dayAbout } from './about.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { joinLines, linesOf } from './lines.ts';
import { milestonesAmong, splitMilestones, statedMilestones } from './milestones.ts';
import { type Section, outlineOf } from './outline.ts';
import { readOwnFormat, withoutMarks } from './own-format.ts';
import { peopleIn } from './owners.ts';
import { statedSeverity } from './severity.ts';
import { findTimelines } from './find-timelines.ts';
import { missing, tally, textOf, withoutMarks as withoutWordMarks, wordsOf } from './words.ts';
import { declaredZone, usualZone, zoneOfAllTimes } from './zones.ts';

/** A document as it was understood, what found no place in it, and what a person should look at. */
export type Reading = { document: PostmortemDocument; unplaced: string; warnings: string[] };

/**
 * Reads a postmortem in Markdown from wherever it comes. Never throws, and never loses a word: what is not
 * understood stays in the Markdown of its section, and what has no section comes back as `unplaced`.
 */
export function readPostmortem(source: string, options: { fileName?: string } = {}): Reading {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const own = readOwnFormat(text);
  if (own) return { document: own, unplaced: '', warnings: [] };
  const plain = withoutMarks(text);
  return withNothingLost(plain, generic(plain, options.fileName ?? ''));
}

function generic(text: string, fileName: string): PostmortemDocument {
  const { front, body } = splitFrontMatter(text);
  const outline = outlineOf(linesOf(body));
  const title = outline.title ?? front?.fields.get('title') ?? titleFrom(fileName);
  const sections = [...opening(outline.preamble, outline.sections), ...outline.sections];
  const about = dayAbout(title, fileName, front, body);
  const timelines = findTimelines(sections, calendarOf(about));
  const people = peopleIn([...(front?.raw.split('\n') ?? []), ...body.slice(0, 200_000).split('\n')]);
  let actions: DocumentAction[] = [];
  let timeline: DocumentTimelineEntry[] = [];
  let milestones: DocumentMilestone[] = [];
  const written: DocumentSection[] = [];
  const keyFor = uniqueKeys();
  for (const section of sections) {
    let markdown = joinLines(section.lines);
    const found = timelines.get(section);
    if (found) {
      const split =
        section.kind === 'key-events'
          ? splitMilestones(found.entries)
          : { milestones: milestonesAmong(found.entries), others: found.entries };
      timeline = timeline.concat(split.others);
      milestones = withOthers(milestones, split.milestones);
      markdown = found.rest;
    } else if (section.kind === 'action-items') {
      const read = readActions(section.lines, { people, about });
      actions = actions.concat(read.actions);
      markdown = read.rest;
    } else if (section.level === 0 || ['summary', 'impact', 'detection'].includes(section.kind ?? '')) {
      milestones = withOthers(milestones, statedMilestones(section.lines, calendarOf(about)));
    }
    written.push({ key: keyFor(section.key), heading: section.heading, markdown });
  }
  if (front) written.push({ key: keyFor('front-matter'), heading: 'Front matter', markdown: fenced(front) });
  return {
    title,
    kind: /\bnear[- ]miss\b/i.test(`${title}\n${front?.fields.get('kind') ?? ''}`) ? 'near-miss' : 'incident',
    severity: statedSeverity(`${front?.raw ?? ''}\n${body.slice(0, 20_000)}`),
    timezone: zoneOf(sections, timelines, timeline) ?? zoneOfAllTimes(body) ?? usualZone(body),
    sections: written,
    milestones,
    timeline,
    actions,
  };
}

/** Milestones with those of another source, of kinds that are not among them yet. */
function withOthers(milestones: DocumentMilestone[], others: DocumentMilestone[]): DocumentMilestone[] {
  return milestones.concat(
    others.filter(({ kind }) => !milestones.some((milestone) => milestone.kind === kind)),
  );
}

function opening(preamble: Section['lines'], sections: Section[]): Section[] {
  if (joinLines(preamble) === '') return [];
  const summarised = sections.some((section) => section.kind === 'summary');
  return [
    {
      key: summarised ? 'introduction' : 'summary',
      kind: null,
      heading: summarised ? 'Introduction' : 'Summary',
      level: 0,
      lines: preamble,
    },
  ];
}

function titleFrom(fileName: string): string {
  const stem = fileName
    .split(/[\\/]/)
    .at(-1)!
    .replace(/(?:\.(?:md|markdown|erb|html|txt|mdx))+$/i, '');
  return stem
    .split('__')
    .at(-1)!
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

/** Gives each section a key of its own: the second "timeline" is "timeline-2". */
function uniqueKeys(): (key: string) => string {
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

function fenced({ raw, language }: FrontMatter): string {
  const longest = Math.max(2, ...[...raw.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${raw}\n${fence}`;
}

function zoneOf(
  sections: Section[],
  timelines: ReturnType<typeof findTimelines>,
  entries: DocumentTimelineEntry[],
): string | null {
  const around = sections.flatMap((section) => {
    const found = timelines.get(section);
    return found
      ? [
          section.heading,
          found.rest,
          ...found.entries.slice(0, 5).flatMap(({ written }) => (/times?\b/i.test(written) ? [written] : [])),
        ]
      : [];
  });
  const zones = tally(entries.flatMap(({ zone }) => (zone ? [zone] : [])));
  const [usual, count] = [...zones].sort(([, a], [, b]) => b - a)[0] ?? [null, 0];
  const zone = usual && count * 5 > entries.length * 4 ? usual : (declaredZone(around.join('\n')) ?? usual);
  return zone === 'Z' ? 'UTC' : zone;
}

/** Adds, verbatim, the lines whose words are nowhere in the document, and says which marks of lists were left out. */
function withNothingLost(source: string, document: PostmortemDocument): Reading {
  const lost = tally(missing(wordsOf(withoutWordMarks(source)), tally(wordsOf(textOf(document)))));
  const unplaced =
    lost.size === 0
      ? []
      : source.split('\n').filter((line) => {
          const words = wordsOf(withoutWordMarks(line));
          return words.length !== missing(words, lost).length;
        });
  const reading: Reading = { document, unplaced: unplaced.join('\n'), warnings: doubtsAbout(document) };
  if (unplaced.length) reading.warnings.push(`Lines that found no place: ${unplaced.length}`);
  const marks = missing(wordsOf(source), tally(wordsOf(textOf([document, reading.unplaced]))));
  if (marks.length)
    reading.warnings.push(
      `Marks that are not kept (numbers and boxes of lists, labels of owners): ${marks.join(' ')}`,
    );
  return reading;
}

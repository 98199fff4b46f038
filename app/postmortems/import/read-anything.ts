import type {
  DocumentAction,
  DocumentMilestone,
  DocumentSection,
  DocumentTimelineEntry,
  PostmortemDocument,
} from '../document.ts';
import { dayAbout } from './about.ts';
import { readActions } from './actions.ts';
import { calendarOf } from './calendar.ts';
import { findTimelines } from './find-timelines.ts';
import { fenced, splitFrontMatter } from './front-matter.ts';
import { joinLines, linesOf } from './lines.ts';
import { milestonesAmong, splitMilestones, statedMilestones, withOthers } from './milestones.ts';
import { type Section, outlineOf, sectionsOf, uniqueKeys } from './outline.ts';
import { peopleIn } from './owners.ts';
import { statedSeverity } from './severity.ts';
import { timezoneOf } from './timezone.ts';
import { titleFrom } from './title.ts';

/** The sections that may state milestones among other things. */
const telling = new Set<Section['kind']>(['summary', 'impact', 'detection']);

/** Reads a Markdown document that somebody wrote in a way of their own. Every line has its place in some part of it. */
export function readAnything(text: string, fileName: string): PostmortemDocument {
  const { front, body } = splitFrontMatter(text);
  const outline = outlineOf(linesOf(body));
  const title = outline.title ?? front?.fields.get('title') ?? titleFrom(fileName);
  const sections = sectionsOf(outline);
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
      const split = section.kind === 'key-events' ? splitMilestones(found.entries) : null;
      timeline = timeline.concat(split?.others ?? found.entries);
      milestones = withOthers(milestones, split?.milestones ?? milestonesAmong(found.entries));
      markdown = found.rest;
    } else if (section.kind === 'action-items') {
      const read = readActions(section.lines, { people, about });
      actions = actions.concat(read.actions);
      markdown = read.rest;
    } else if (section.level === 0 || telling.has(section.kind)) {
      milestones = withOthers(milestones, statedMilestones(section.lines, calendarOf(about)));
    }
    written.push({ key: keyFor(section.key), heading: section.heading, markdown });
  }
  if (front) written.push({ key: keyFor('front-matter'), heading: 'Front matter', markdown: fenced(front) });
  return {
    title,
    kind: /\bnear[- ]miss\b/i.test(`${title}\n${front?.fields.get('kind') ?? ''}`) ? 'near-miss' : 'incident',
    severity: statedSeverity(`${front?.raw ?? ''}\n${body.slice(0, 20_000)}`),
    timezone: timezoneOf(timelines, body),
    sections: written,
    milestones,
    timeline,
    actions,
  };
}

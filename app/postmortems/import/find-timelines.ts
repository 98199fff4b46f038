import { dayWithin } from './about.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import { joinLines } from './lines.ts';
import type { Section } from './outline.ts';
import { type Timeline, readTimeline } from './timeline.ts';

/** How many entries with a time a section must have to be a timeline under another name. */
const telling = 3;

/** Reads the sections that are timelines, by their headings or, where no heading says so, by what stands in them. */
export function findTimelines(sections: Section[], start: Calendar): Map<Section, Timeline> {
  const found = new Map<Section, Timeline>();
  let { about } = start;
  let last: Calendar = start;
  const take = (section: Section, timeline: Timeline) => {
    found.set(section, timeline);
    about ??= timeline.firstDay;
    last = section.kind === 'timeline' ? timeline.calendar : calendarOf(about);
  };
  for (const section of sections) {
    if (section.kind === 'timeline' || section.kind === 'key-events')
      take(section, readTimeline(section.lines, before(section, last)));
  }
  if (sections.some((section) => section.kind === 'timeline' && found.get(section)!.entries.length > 0))
    return found;
  for (const section of sections) {
    if (found.has(section) || section.kind === 'action-items') continue;
    const read = readTimeline(section.lines, before(section, last), false);
    if (read.entries.filter(({ written }) => /\d[:.h]\d\d/.test(written)).length >= telling)
      take(section, read);
  }
  return found;
}

/** Where a section starts in time: on the day that its heading or the words before its first entry name, or where the last one ended. */
function before(section: Section, last: Calendar): Calendar {
  const lead = section.kind === 'timeline' ? leadOf(section) : '';
  const day = dayWithin(section.heading) ?? dayWithin(lead);
  const calendar = day ? calendarOf(day) : { ...last, minutes: null };
  const fixed = /\bunless otherwise\b/i.test(lead) ? dayWithin(lead) : null;
  return fixed ? { ...calendar, fixed } : calendar;
}

function leadOf(section: Section): string {
  const first = section.lines.findIndex((line) => /^\s*(?:[-*+|#]\s?|\d)/.test(line.text));
  return joinLines(section.lines.slice(0, first < 0 ? 20 : first));
}

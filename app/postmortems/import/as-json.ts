import type { DocumentTimelineEntry, PostmortemDocument } from '../document.ts';
import type { Reading } from './read.ts';

/** One reading as the object that the command line prints, one line per file. */
export function readingAsJson(file: string, reading: Reading) {
  const { document, unplaced, warnings } = reading;
  const others = document.sections.filter((section) => section.key !== 'summary');
  const keyed = <Value>(value: (section: (typeof others)[number]) => Value) =>
    Object.fromEntries(others.map((section) => [section.key.replaceAll('-', '_'), value(section)]));
  return {
    file,
    title: document.title,
    kind: document.kind,
    summary: document.sections.find((section) => section.key === 'summary')?.markdown ?? '',
    severity: document.severity,
    timezone: document.timezone,
    milestones: document.milestones,
    timeline: [...unlisted(document), ...document.timeline],
    actions: document.actions,
    sections: keyed((section) => section.markdown),
    headings: Object.fromEntries(
      document.sections.map((section) => [section.key.replaceAll('-', '_'), section.heading]),
    ),
    unplaced,
    warnings,
  };
}

/**
 * The milestones as entries of the timeline: all that the source lists as lines of their own, since whoever counts its
 * dated lines counts these; the others only where there is no timeline at all.
 */
function unlisted({ milestones, timeline }: PostmortemDocument): DocumentTimelineEntry[] {
  return milestones
    .filter(({ label }) => label !== undefined || timeline.length === 0)
    .map(({ kind, at, written, zone, label }) => ({
      at,
      written,
      zone,
      text: label ?? kind.replace('-', ' '),
    }));
}

import type {
  DocumentAction,
  DocumentMilestone,
  DocumentTimelineEntry,
  PostmortemDocument,
} from './document.ts';
import { canonical } from './export/canonical.ts';
import {
  asDetail,
  details,
  detailsOn,
  escapeMarks,
  inComment,
  mark,
  noDetails,
  version,
} from './export/marks.ts';

/**
 * A postmortem as a Markdown document: front matter, a heading per section, the timeline as a list and the action items
 * as a task list. `readPostmortem` reads it back to exactly the canonical form of the document.
 */
export function writeMarkdown(document: PostmortemDocument): string {
  const written = canonical(document);
  const timelineAt = written.sections.findIndex(({ key }) => key === 'timeline');
  const actionsAt = written.sections.findIndex(({ key }) => key === 'action-items');
  const timeline = list('timeline', written.timeline.map(entry));
  const actions = list('actions', written.actions.map(action));
  const blocks = written.sections.flatMap(({ key, heading, markdown }, index) => [
    `${mark('section', key)}\n${`## ${heading}`.trimEnd()}`,
    escapeMarks(markdown),
    index === timelineAt ? timeline : '',
    index === actionsAt ? actions : '',
  ]);
  if (timelineAt < 0 && timeline) blocks.push(timeline.replace('\n', '\n## Timeline\n\n'));
  if (actionsAt < 0 && actions) blocks.push(actions.replace('\n', '\n## Action items\n\n'));
  return `${[frontMatter(written), `# ${written.title}`.trimEnd(), ...blocks].filter(Boolean).join('\n\n')}\n`;
}

function frontMatter({ title, kind, severity, timezone, milestones }: PostmortemDocument): string {
  return [
    '---',
    `guildhall: ${version}`,
    `title: ${JSON.stringify(title)}`,
    `kind: ${kind}`,
    ...(severity === null ? [] : [`severity: ${severity}`]),
    ...(timezone === null ? [] : [`timezone: ${JSON.stringify(timezone)}`]),
    ...(milestones.length === 0 ? [] : ['milestones:', ...milestones.map(milestone)]),
    '---',
  ].join('\n');
}

function milestone(point: DocumentMilestone): string {
  const fields = (['at', 'written', 'zone', 'label'] as const).flatMap((name) => {
    const value = point[name];
    return value ? [`    ${name}: ${JSON.stringify(value)}`] : [];
  });
  return [`  - kind: ${point.kind}`, ...fields].join('\n');
}

function list(kind: 'timeline' | 'actions', items: string[]): string {
  return items.length === 0 ? '' : `${mark(kind)}\n${items.join('\n')}`;
}

function entry({ at, written, zone, text }: DocumentTimelineEntry): string {
  const shown = at === null ? 'Time unknown' : at.replace('T', ' ');
  const plainZone = zone !== null && /^[\p{L}\p{N}+:/() −-]+$/u.test(zone);
  const hidden = {
    ...(written === shown ? {} : { written }),
    ...(zone === null || plainZone ? {} : { zone }),
  };
  const note =
    Object.keys(hidden).length > 0 || text.startsWith('<!--') ? ` <!-- ${inComment(hidden)} -->` : '';
  return item(`- **${shown}${plainZone ? ` ${zone}` : ''}**${note}`, text);
}

function action(item_: DocumentAction): string {
  const { text, done } = item_;
  const said = details.flatMap((name) =>
    item_[name] === null
      ? []
      : [`${name[0]!.toUpperCase()}${name.slice(1)}: ${asDetail(String(item_[name]))}`],
  );
  const ambiguous = detailsOn(text.split('\n').at(-1)!.trim()) !== null;
  const line = said.length > 0 ? `*${said.join(' · ')}*` : ambiguous ? noDetails : '';
  const gap = text.includes('\n') ? '\n\n' : '\n';
  return item(`- [${done ? 'x' : ' '}]`, line ? `${text}${gap}${line}` : text);
}

/** A list item: its text on the line of the marker, or below it where it begins with a block of its own. */
function item(marker: string, text: string): string {
  const body = text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
  if (text === '') return marker;
  return /^(?:[-*+>#|=\s]|`{3}|~{3}|\d+[.)]|<!--)/.test(text)
    ? `${marker}\n\n${body}`
    : `${marker} ${body.slice(2)}`;
}

import type { DocumentMilestone, DocumentTimelineEntry } from '../document.ts';
import { type Calendar, place } from './calendar.ts';
import type { Line } from './lines.ts';
import { stampAtEnd } from './stamps.ts';

const labels: [DocumentMilestone['kind'], RegExp][] = [
  [
    'impact-started',
    /^(?:(?:incident|impact|outage|fault|issue|problem|disruption)s? )?(?:start(?:s|ed)?|beg[ai]n(?:s|ning)?|occur(?:s|red)?|introduced)(?: (?:time|at|of (?:the )?(?:incident|impact|outage)))?$|^start(?: time)?$|^fault occurs$/,
  ],
  [
    'detected',
    /^(?:first |incident |fault |issue |time )?(?:detected|detection|identified|noticed|discovered|alerted)(?: at| time)?$|^time of detection$|^(?:team|we) (?:became )?aware$/,
  ],
  ['declared', /^(?:incident )?declared(?: at)?$/],
  ['acknowledged', /^(?:incident |alert )?(?:acknowledged|acked)(?: at)?$/],
  [
    'mitigated',
    /^(?:incident |impact )?(?:mitigated|repaired|contained|mitigation|repaired declared)(?: at)?$/,
  ],
  [
    'impact-ended',
    /^(?:(?:incident|impact|outage|disruption) )?(?:end(?:s|ed)?|over|service restored|restored)(?: (?:time|at))?$|^end(?: time)?$/,
  ],
  ['resolved', /^(?:incident |issue |fully )?(?:resolved|closed|resolution)(?: at| time)?$/],
];

/** The milestone that a short label stands for: "First detected", "Repaired", "Incident declared". */
function milestoneOf(label: string): DocumentMilestone['kind'] | null {
  if (label.length > 60) return null;
  const plain = label
    .replace(/[*_`:.]/g, '')
    .trim()
    .toLowerCase();
  return labels.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The milestones among the entries of a timeline, each kind once: the entries whose whole text is such a label. */
export function milestonesAmong(entries: DocumentTimelineEntry[]): DocumentMilestone[] {
  const told = entries.filter(({ text }) => !/^\W*(?:start|begin|beg[au]n|end|over)\w*\W*$/i.test(text));
  return splitMilestones(told).milestones.map(({ label: _, ...milestone }) => milestone);
}

/** Takes the milestones out of a list of key events; what is not one, or a second of its kind, stays an entry. */
export function splitMilestones(entries: DocumentTimelineEntry[]) {
  const milestones: DocumentMilestone[] = [];
  const others = entries.filter(({ text, at, written, zone }) => {
    const kind = milestoneOf(text);
    if (!kind || milestones.some((milestone) => milestone.kind === kind)) return true;
    milestones.push({ kind, at, written, zone, label: text });
    return false;
  });
  return { milestones, others };
}

/** The milestones that stand among the particulars of a document: "**Start time:** 2023-02-01 09:12 UTC". */
export function statedMilestones(lines: Line[], calendar: Calendar): DocumentMilestone[] {
  const stated = lines.flatMap((line): DocumentTimelineEntry[] => {
    if (line.inert || line.text.length > 120 || !/[:|]/.test(line.text)) return [];
    const text = line.text
      .replace(/^\s*[-*+|]\s+/, '')
      .replace(/[\s|]+$/, '')
      .replace(/[*_]{2}/g, '');
    const stamp = stampAtEnd(text);
    if (!stamp?.moment.clock || !milestoneOf(stamp.rest)) return [];
    return [
      {
        at: place(calendar, stamp.moment).at,
        written: stamp.written.replace(/^(?:date|time):\s*/i, ''),
        zone: stamp.moment.zone,
        text: stamp.rest,
      },
    ];
  });
  return splitMilestones(stated).milestones.map(({ label: _, ...milestone }) => milestone);
}

/** Milestones with those of another source, of kinds that are not among them yet. */
export function withOthers(
  milestones: DocumentMilestone[],
  others: DocumentMilestone[],
): DocumentMilestone[] {
  return milestones.concat(
    others.filter(({ kind }) => !milestones.some((milestone) => milestone.kind === kind)),
  );
}

import type { PostmortemDocument } from '../document.ts';
import { fromComment } from '../export/marks.ts';
import { milestoneKinds } from '../milestone.ts';
import { isLocal } from '../moment.ts';

/** What the front matter of our own Markdown says. */
export type Header = Pick<PostmortemDocument, 'kind' | 'severity' | 'timezone' | 'milestones'> & {
  title: string;
};

/** Reads front matter as we write it; null where a line of it is none of ours. */
export function headerOf(raw: string): Header | null {
  const header: Header = { title: '', kind: 'incident', severity: null, timezone: null, milestones: [] };
  for (const line of raw.split('\n').filter(Boolean)) {
    const match = /^( {2}- | {4})?([a-z]+):(?: ([^\n]*))?$/.exec(line);
    if (!match) return null;
    const [, nested, name, written = ''] = match;
    const value = written.startsWith('"') ? fromComment(written) : written;
    if (typeof value !== 'string') return null;
    const point = header.milestones.at(-1);
    const begun =
      nested === '  - ' && name === 'kind' ? milestoneKinds.find((kind) => kind === value) : undefined;
    if (begun) header.milestones.push({ kind: begun, at: null, written: '', zone: null });
    else if (nested && point && (name === 'at' || name === 'written' || name === 'zone' || name === 'label'))
      point[name] = value;
    else if (nested) return null;
    else if (name === 'title') header.title = value;
    else if (name === 'kind') header.kind = value === 'near-miss' ? 'near-miss' : 'incident';
    else if (name === 'severity')
      header.severity = /^[1-5]$/.test(value) ? (Number(value) as PostmortemDocument['severity']) : null;
    else if (name === 'timezone') header.timezone = value;
    else if (name !== 'milestones') return null;
  }
  for (const point of header.milestones) {
    if (point.at === null || isLocal(point.at)) continue;
    // A time of no calendar stays as the words it is.
    point.written = [point.written, point.at].filter(Boolean).join(' · ');
    point.at = null;
  }
  return header;
}

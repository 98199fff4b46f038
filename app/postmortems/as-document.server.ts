import { itemsOf } from '#app/action-items/action-items.server.ts';
import { ownerAsTyped } from '#app/action-items/owner.server.ts';
import { asSeverity } from '#app/action-items/severity.ts';

import type { PostmortemDocument } from './document.ts';
import { milestonesOf } from './milestones.server.ts';
import type { Kind } from './postmortem.ts';
import { sectionsOf, timelineOf } from './postmortems.server.ts';

type Facts = { id: string; title: string; kind: Kind; severity: number | null; timezone: string | null };

/** A postmortem, looked up through the viewer before, as a document. Owners are named so that an import finds them. */
export async function documentOf({
  id,
  title,
  kind,
  severity,
  timezone,
}: Facts): Promise<PostmortemDocument> {
  const [sections, timeline, items, milestones] = await Promise.all([
    sectionsOf(id),
    timelineOf(id),
    itemsOf(id),
    milestonesOf(id),
  ]);
  return {
    title,
    kind,
    severity: asSeverity(severity),
    timezone,
    sections: sections.map(({ key, heading, markdown }) => ({ key, heading, markdown })),
    milestones: milestones.map(({ kind: milestone, at, written, zone, label }) => ({
      kind: milestone,
      at,
      written,
      zone,
      ...(label !== null && { label }),
    })),
    timeline: timeline.map(({ at, written, zone, text }) => ({ at, written, zone, text })),
    actions: items.map(({ item, ...names }) => ({
      text: item.statement,
      owner: ownerAsTyped(names) || item.ownerWritten,
      done: item.state === 'done' || item.state === 'verified',
      kind: item.kind,
      severity: asSeverity(item.severity),
      due: item.dueOn,
      ticket: item.ticket,
    })),
  };
}

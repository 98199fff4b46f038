import type { ReactNode } from 'react';

import { ItemList } from '#app/action-items/item-list.tsx';
import { Prose } from '#app/ui/markdown.tsx';

import { MilestoneStrip } from './milestone-strip.tsx';
import { TimelineList } from './timeline-list.tsx';
import type { Whole } from './whole.server.ts';

/** A postmortem as it is read. Sections nobody has written in are left out. */
export function Report({ whole, timezone, now }: { whole: Whole; timezone: string | null; now: number }) {
  const { timeline, items, milestones } = whole;
  return (
    <div className="max-w-4xl space-y-10">
      {milestones.length > 0 && (
        <section aria-label="Milestones" className="rounded-lg border border-line bg-surface p-5">
          <MilestoneStrip {...whole} timezone={timezone} />
        </section>
      )}
      {whole.sections.map(({ key, heading, html }) => {
        const entries = key === 'timeline' && timeline.length > 0 && (
          <TimelineList entries={timeline} timezone={timezone} />
        );
        const actions = key === 'action-items' && items.length > 0 && (
          <ItemList items={items} now={now} caption="Action items" />
        );
        if (html === '' && !entries && !actions) return null;
        return (
          <ReportSection key={key} id={key} heading={heading}>
            {html && <Prose html={html} />}
            {entries}
            {actions}
          </ReportSection>
        );
      })}
    </div>
  );
}

function ReportSection({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-heading`} className="space-y-4">
      <h2 id={`${id}-heading`} className="font-serif text-2xl font-semibold">
        {heading}
      </h2>
      {children}
    </section>
  );
}

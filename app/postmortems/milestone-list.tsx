import { milestoneWords } from './milestone.ts';
import type { Milestone } from './milestones.server.ts';

/** The milestones that are known, in their usual order. */
export function MilestoneList({ milestones }: { milestones: Milestone[] }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
      {milestones.map(({ kind, at, written, zone }) => (
        <div key={kind}>
          <dt className="text-soft">{milestoneWords[kind]}</dt>
          <dd className="tabular-nums">
            {at?.replace('T', ' ') ?? written} {zone}
          </dd>
        </div>
      ))}
    </dl>
  );
}

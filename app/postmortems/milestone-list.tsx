import { milestoneWords } from './milestone.ts';
import type { Milestone } from './milestones.server.ts';

type Props = { milestones: Milestone[]; timezone: string | null };

/** The milestones that are known, in their usual order, and the zone of those that name none. */
export function MilestoneList({ milestones, timezone }: Props) {
  return (
    <>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-3 gap-y-2 text-sm">
        {milestones.map(({ kind, at, written, zone }) => (
          <div key={kind}>
            <dt className="text-xs text-soft">{milestoneWords[kind]}</dt>
            <dd className="tabular-nums">
              {at?.replace('T', ' ') ?? written} {zone}
            </dd>
          </div>
        ))}
      </dl>
      {timezone && milestones.some(({ at, zone }) => at !== null && zone === null) && (
        <p className="mt-2 text-xs text-soft">Times are those of {timezone}.</p>
      )}
    </>
  );
}

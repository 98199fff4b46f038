import { duration, type Measure, measureWords, milestoneWords } from './milestone.ts';
import { MilestoneList } from './milestone-list.tsx';
import type { Whole } from './whole.server.ts';

type Props = Pick<Whole, 'milestones' | 'measures' | 'outOfOrder'> & { timezone: string | null };

/** The milestones that are known, and what they tell: in words and numbers. */
export function MilestoneStrip({ milestones, measures, outOfOrder, timezone }: Props) {
  const told = Object.entries(measures) as [Measure, number][];
  return (
    <div className="space-y-4">
      {told.length > 0 && (
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-3 gap-y-3">
          {told.map(([measure, ms]) => (
            <div key={measure}>
              <dt className="text-xs text-soft">{measureWords[measure]}</dt>
              <dd className="font-serif text-xl font-semibold">{duration(ms)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div>
        <MilestoneList milestones={milestones} timezone={timezone} />
      </div>
      {outOfOrder.map(([before, after]) => (
        <p key={before} className="text-sm text-warn">
          {milestoneWords[after]} is earlier than {milestoneWords[before].toLowerCase()}: worth a second look.
        </p>
      ))}
    </div>
  );
}

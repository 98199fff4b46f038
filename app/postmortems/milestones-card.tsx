import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/page.tsx';

import { MilestoneList } from './milestone-list.tsx';
import type { Milestone } from './milestones.server.ts';

/** The milestones as they are held, and the way to change them. */
export function MilestonesCard({
  postmortem,
  milestones,
}: {
  postmortem: { id: string; timezone: string | null };
  milestones: Milestone[];
}) {
  return (
    <Card id="milestones" aria-labelledby="milestones-heading" className="scroll-mt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="milestones-heading" className="font-serif text-xl font-semibold">
          Milestones
        </h2>
        <Link
          to={paths.postmortemMilestones(postmortem.id)}
          className="text-sm text-accent underline underline-offset-4"
        >
          {milestones.length > 0 ? 'Change them' : 'Fill them in'}
        </Link>
      </div>
      {milestones.length > 0 ? (
        <div className="mt-3">
          <MilestoneList milestones={milestones} timezone={postmortem.timezone} />
        </div>
      ) : (
        <p className="mt-2 text-sm text-soft">
          When it began, when it was noticed, when it was over: how long things took is read from these.
        </p>
      )}
    </Card>
  );
}

import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/page.tsx';
import { paths } from '#app/paths.ts';

import type { State } from './meeting.ts';

const titles: Record<State, string> = {
  planned: 'This meeting is still to come',
  running: 'Nothing is written down yet',
  ended: 'Nothing was written down',
  skipped: 'This meeting does not take place',
};

/** What minutes will be, where there are none. */
export function NoMinutes({ state, meetingId }: { state: State; meetingId: string }) {
  return (
    <div className="no-print mb-8">
      <Empty
        title={titles[state]}
        actions={
          state !== 'skipped' && <ButtonLink to={paths.meeting(meetingId)}>Go to the meeting</ButtonLink>
        }
      >
        <p>
          Nobody writes minutes here. Notes of each item, what was decided and who does what by when are
          written down while the meeting runs; this page puts them together, and they can be sent from here.
        </p>
      </Empty>
    </div>
  );
}

import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Card } from '#app/ui/page.tsx';

import type { AttendanceCardData } from './attendance-card.server.ts';

/** Where the minutes are, from the moment there can be some. */
export function MinutesCard({ id, state, recording, minutesAt }: AttendanceCardData) {
  if (state !== 'running' && state !== 'ended') return null;
  return (
    <Card aria-labelledby="minutes">
      <h2 id="minutes" className="mb-1 font-serif text-xl font-semibold">
        Minutes
      </h2>
      <p className="text-soft">
        {minutesAt === null ? (
          'They are put together from what is written down while it runs.'
        ) : (
          <>
            Sent on <Moment at={minutesAt} />.
          </>
        )}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink to={paths.meetingMinutes(id)}>Read the minutes</ButtonLink>
        {recording && (
          <a
            href={recording}
            rel="noopener noreferrer nofollow"
            className="text-sm text-accent underline underline-offset-4"
          >
            Watch the recording
          </a>
        )}
      </div>
    </Card>
  );
}

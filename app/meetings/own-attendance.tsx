import { Card } from '#app/ui/page.tsx';

import type { Mark } from './attendance.ts';
import { MarkHistory } from './mark-history.tsx';

type Props = { present: boolean | null; marks: Mark[]; timezone: string };

/** What is kept of oneself and a meeting. */
export function OwnAttendance({ present, marks, timezone }: Props) {
  return (
    <Card aria-labelledby="own" className={present ? '' : 'mt-6'}>
      <h2 id="own" className="flex items-center gap-3 font-serif text-xl font-semibold">
        {present && (
          <span
            aria-hidden="true"
            className="grid size-9 shrink-0 place-items-center rounded-full bg-accent text-on-accent"
          >
            ✓
          </span>
        )}
        {present ? 'You are checked in' : 'You are written down as not there'}
      </h2>
      <p className="mt-3 text-soft">
        {present
          ? 'It counts for your belts, and you find your name in the minutes.'
          : 'Were you there? Type the code while one is shown, or have a word with whoever runs the meeting.'}
      </p>
      <div className="mt-4">
        <MarkHistory marks={marks} timezone={timezone} />
      </div>
    </Card>
  );
}

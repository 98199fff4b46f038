import { Badge } from '#app/ui/badge.tsx';

import { answerWords, type Attendee } from './attendance.ts';
import { CorrectionForm, MarkForm } from './mark-form.tsx';
import { MarkHistory } from './mark-history.tsx';

type Props = { meeting: { id: string; timezone: string }; attendees: Attendee[]; canMark: boolean };

/** Everybody who is expected or was there, each marked in one press. */
export function AttendeeList({ meeting, attendees, canMark }: Props) {
  return (
    <ul className="mt-6 divide-y divide-line rounded-lg border border-line bg-surface">
      {attendees.map((one) => (
        <li key={one.id} id={one.id} className="scroll-mt-4 px-4 py-3 target:bg-sunken sm:px-5">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-48">
              <span className="font-medium wrap-anywhere">{one.name}</span>{' '}
              {one.answer && <span className="text-sm text-soft">{answerWords[one.answer]}</span>}
            </div>
            <Standing present={one.present} />
            {canMark && <MarkForm meetingId={meeting.id} attendee={one} />}
          </div>
          {one.marks.length > 0 && (
            <details className="mt-1">
              <summary className="inline-block cursor-pointer py-1 text-sm text-accent">
                History<span className="sr-only"> of {one.name}</span>
              </summary>
              <MarkHistory marks={one.marks} timezone={meeting.timezone} />
              {canMark && <CorrectionForm meetingId={meeting.id} attendee={one} />}
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Standing({ present }: { present: boolean | null }) {
  if (present === null) return <Badge>Not marked yet</Badge>;
  return present ? <Badge tone="good">Present</Badge> : <Badge tone="plain">Absent</Badge>;
}

import { shortly } from '#app/calendars/when.ts';

import { type Mark, markWords } from './attendance.ts';

/** What was said of somebody's attendance, the newest first. */
export function MarkHistory({ marks, timezone }: { marks: Mark[]; timezone: string }) {
  return (
    <ul className="space-y-1 text-sm text-soft">
      {marks.map((mark) => (
        <li key={mark.id} className="wrap-anywhere">
          <time dateTime={new Date(mark.at).toISOString()}>{shortly(mark.at, timezone)}</time>:{' '}
          {markWords(mark)}
          {mark.note && <>: “{mark.note}”</>}
        </li>
      ))}
    </ul>
  );
}

import { Prose } from '#app/ui/markdown.tsx';

import type { Whole } from './whole.server.ts';

type Entry = Whole['timeline'][number];

const dayOf = ({ at }: Entry) => at?.slice(0, 10) ?? null;

const longDay = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  // A page with one odd day is better than no page.
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
};

/** The timeline as it is read: a heading where the day changes, times as they were written, a zone of its own beside one. */
export function TimelineList({ entries, timezone }: { entries: Entry[]; timezone: string | null }) {
  return (
    <ol className="border-l-2 border-line">
      {entries.map((entry, at) => {
        const day = dayOf(entry);
        const newDay = day !== null && day !== (at > 0 ? dayOf(entries[at - 1]!) : null);
        const time =
          entry.precision === 'minute' ? entry.at!.slice(11) : entry.precision === 'day' ? '' : entry.written;
        return (
          <li key={entry.id} className="break-inside-avoid pl-4">
            {newDay && (
              <p className="pt-3 pb-1 text-sm font-semibold text-soft">
                {longDay(day)} {timezone && <span className="font-normal">· {timezone}</span>}
              </p>
            )}
            <div className="relative py-1.5 sm:grid sm:grid-cols-[7rem_1fr] sm:gap-3">
              <span
                aria-hidden="true"
                className="absolute top-3.5 -left-[1.36rem] size-2.5 rounded-full border-2 border-accent bg-paper"
              />
              <p
                className="text-sm leading-6 text-soft tabular-nums [overflow-wrap:anywhere]"
                title={entry.written && `As written: ${entry.written}`}
              >
                {time}
                {time && entry.zone && <span className="ml-1">{entry.zone}</span>}
              </p>
              <Prose html={entry.html} className="min-w-0" />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';

import { EntryFields } from './entry-fields.tsx';

type Entry = { id: string; at: string | null; written: string; zone: string | null; text: string };

/** The timeline being written: its entries, and a form for the next. */
export function TimelineCard({
  postmortem,
  entries,
}: {
  postmortem: { id: string; timezone: string | null };
  entries: Entry[];
}) {
  const last = entries.at(-1);
  const next = { day: last?.at?.slice(0, 10) ?? '', time: '', zone: '', written: '', text: '' };
  return (
    <>
      <ol className="divide-y divide-line">
        {entries.map((entry, at) => (
          <li key={entry.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
            <span className="w-32 shrink-0 text-sm leading-6 text-soft tabular-nums">
              {entry.at?.replace('T', ' ') ?? (entry.written || 'time unknown')} {entry.zone}
            </span>
            <span className="line-clamp-3 min-w-48 flex-1 [overflow-wrap:anywhere] whitespace-pre-wrap">
              {entry.text}
            </span>
            <span className="flex items-center">
              <Move postmortemId={postmortem.id} entryId={entry.id} to="earlier" disabled={at === 0} />
              <Move
                postmortemId={postmortem.id}
                entryId={entry.id}
                to="later"
                disabled={at === entries.length - 1}
              />
              <Link
                to={paths.timelineEntry(postmortem.id, entry.id)}
                className="px-2 py-1 text-sm text-accent hover:underline"
              >
                Change<span className="sr-only"> the entry of {entry.written}</span>
              </Link>
              <Form
                method="post"
                action={paths.timelineEntryRemoval(postmortem.id, entry.id)}
                preventScrollReset
              >
                <button className="cursor-pointer px-2 py-1 text-sm text-accent hover:underline">
                  Remove<span className="sr-only"> the entry of {entry.written}</span>
                </button>
              </Form>
            </span>
          </li>
        ))}
      </ol>
      <Form
        method="post"
        action={paths.postmortemTimeline(postmortem.id)}
        className="mt-4 space-y-4"
        key={entries.length}
      >
        <EntryFields values={next} timezone={postmortem.timezone} />
        <Button>Add to the timeline</Button>
      </Form>
    </>
  );
}

function Move({
  postmortemId,
  entryId,
  to,
  disabled,
}: {
  postmortemId: string;
  entryId: string;
  to: 'earlier' | 'later';
  disabled: boolean;
}) {
  return (
    <Form method="post" action={paths.timelineEntryPosition(postmortemId, entryId)} preventScrollReset>
      <button
        name="to"
        value={to}
        disabled={disabled}
        aria-label={`Move ${to}`}
        title={`Move ${to}`}
        className="size-8 cursor-pointer rounded text-soft hover:bg-sunken disabled:cursor-default disabled:opacity-30"
      >
        <span aria-hidden="true">{to === 'earlier' ? '↑' : '↓'}</span>
      </button>
    </Form>
  );
}

import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';

import type { Room } from './room.server.ts';
import { clockWords, currentOf, leftWords, nextAfter, spentOn } from './running.ts';

type Props = { room: Room; now: number };

/** What the meeting is at, to be read from the last row: the item, its clock, and what comes next. */
export function RoomNow({ room, now }: Props) {
  const { items, turns, meeting } = room;
  const current = items.find(({ id }) => id === currentOf(turns)?.itemId) ?? null;
  const next = nextAfter(items, current?.id ?? null);
  const spent = current ? spentOn(turns, current.id, now) : 0;
  const ofItem = current && leftWords(current.minutes * 60_000 - spent);
  const ofHour = leftWords(meeting.overAt - now);
  return (
    <section
      aria-label="Now"
      className="rounded-xl border border-line bg-surface p-5 sm:p-8 lg:sticky lg:top-4 lg:z-10 lg:shadow-sm"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-sm font-medium text-accent">
            {current ? (current.kind ?? 'Now') : 'Between items'}
          </p>
          <h2 className="mt-1 font-serif text-2xl leading-tight font-semibold text-balance [overflow-wrap:anywhere] sm:text-3xl 2xl:text-4xl">
            {current?.title ?? (next ? `Next: ${next.title}` : 'Everything on the agenda was had')}
          </h2>
          {current?.presenter && <p className="mt-2 text-lg text-soft">with {current.presenter}</p>}
        </div>
        {current && ofItem && (
          <div className="sm:text-right">
            <p className="font-mono text-4xl leading-none font-semibold tabular-nums 2xl:text-5xl">
              <span className="sr-only">At this item for </span>
              {clockWords(spent)}
            </p>
            <p className={`mt-2 text-sm ${ofItem.isOver ? 'font-medium text-warn' : 'text-soft'}`}>
              of {current.minutes} min, {ofItem.words}
            </p>
          </div>
        )}
      </div>
      {current && (
        <progress
          aria-label="Time of this item"
          max={Math.max(1, current.minutes * 60)}
          value={Math.min(current.minutes * 60, Math.floor(spent / 1000))}
          className={`mt-5 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken ${
            ofItem?.isOver
              ? '[&::-moz-progress-bar]:bg-warn [&::-webkit-progress-value]:bg-warn'
              : '[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-value]:bg-accent'
          }`}
        />
      )}
      <div className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="min-w-0 [overflow-wrap:anywhere]">
          <span className={ofHour.isOver ? 'font-medium text-warn' : 'font-medium'}>
            {ofHour.isOver ? `The hour is up: ${ofHour.words}` : `${ofHour.words} of the meeting`}
          </span>
          {current && next && <span className="text-soft"> · next up: {next.title}</span>}
        </p>
        {room.runs && <Going room={room} currentId={current?.id ?? null} nextId={next?.id ?? null} />}
      </div>
    </section>
  );
}

function Going({ room, currentId, nextId }: { room: Room; currentId: string | null; nextId: string | null }) {
  const isAtSomething = room.turnId !== '';
  if (!isAtSomething && nextId === null) return null;
  return (
    <Form
      preventScrollReset
      method="post"
      action={paths.meetingTurns(room.meeting.id)}
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="from" value={room.turnId} />
      <input type="hidden" name="to" value={nextId ?? ''} />
      {isAtSomething && currentId !== null && (
        <Button name="done" value="no">
          Leave it open, {nextId ? 'go on' : 'pause'}
        </Button>
      )}
      <Button weight="primary" name="done" value="yes">
        {!isAtSomething ? 'Begin with the next' : nextId ? 'Done: next item' : 'Done'}
      </Button>
    </Form>
  );
}

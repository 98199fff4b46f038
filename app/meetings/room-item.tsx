import { Form } from '@remix-run/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';

import type { Room } from './room.server.ts';
import { clockWords, spentOn } from './running.ts';

type Item = Room['items'][number];
type Props = { room: Room; item: Item; at: number; now: number; isNow: boolean; children: ReactNode };

/** An item of the agenda, with its notes inside; the one the meeting is at is open. */
export function RoomItem({ room, item, at, now, isNow, children }: Props) {
  const self = useRef<HTMLDetailsElement>(null);
  const [isOpen, setOpen] = useState(isNow || item.note.text !== '');
  useEffect(() => {
    // Whoever writes there goes on writing, when the meeting goes on to something else.
    if (isNow) setOpen(true);
    else if (!self.current?.contains(document.activeElement))
      setOpen(item.note.text !== '' && item.state !== 'done');
    // Only the meeting's going on opens and closes; what somebody opened stays open while others write.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isNow]);
  const spent = spentOn(room.turns, item.id, now);
  return (
    <li>
      <details
        ref={self}
        open={isOpen}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        className={`rounded-lg border bg-surface ${isNow ? 'border-accent' : 'border-line'}`}
      >
        <summary className="flex list-none flex-wrap items-baseline gap-x-3 gap-y-1 rounded-lg px-4 py-3.5 sm:px-5 [&::-webkit-details-marker]:hidden">
          <span aria-hidden="true" className="w-5 text-sm text-soft tabular-nums">
            {item.state === 'done' ? '✓' : at}
          </span>
          <span
            className={`min-w-0 flex-1 basis-40 [overflow-wrap:anywhere] ${isNow ? 'font-semibold' : 'font-medium'} ${item.state === 'done' ? 'text-soft' : ''}`}
          >
            {item.title}
          </span>
          <span className="flex flex-wrap items-baseline gap-x-3 text-sm text-soft tabular-nums">
            {item.restricted && <Badge>Not for everyone</Badge>}
            {isNow && <Badge tone="accent">Now</Badge>}
            {item.state === 'done' && <Badge tone="good">Done</Badge>}
            {item.state === 'carried' && <Badge>Carried over</Badge>}
            {item.presenter && <span>{item.presenter}</span>}
            <span>{spent > 0 ? `${clockWords(spent)} of ${item.minutes} min` : `${item.minutes} min`}</span>
          </span>
        </summary>
        <div className="space-y-3 border-t border-line px-4 py-4 sm:px-5">
          {item.carried && <p className="text-sm text-soft">{item.carried}.</p>}
          {item.about && (
            <p className="max-w-prose [overflow-wrap:anywhere] whitespace-pre-line text-soft">{item.about}</p>
          )}
          {children}
          {room.runs && room.meeting.state === 'running' && <Steps room={room} item={item} isNow={isNow} />}
        </div>
      </details>
    </li>
  );
}

function Steps({ room, item, isNow }: { room: Room; item: Item; isNow: boolean }) {
  const { id } = room.meeting;
  return (
    <div className="flex flex-wrap gap-2">
      {!isNow && item.state === 'open' && (
        <Form preventScrollReset method="post" action={paths.meetingTurns(id)}>
          <input type="hidden" name="from" value={room.turnId} />
          <input type="hidden" name="to" value={item.id} />
          <Button>Go to this item</Button>
        </Form>
      )}
      {!isNow && (item.state === 'open' || item.state === 'done') && (
        <Form preventScrollReset method="post" action={paths.itemOutcome(id, item.id)}>
          <Button weight="quiet" name="as" value={item.state === 'open' ? 'done' : 'open'}>
            {item.state === 'open' ? 'It is done' : 'Not done after all'}
          </Button>
        </Form>
      )}
    </div>
  );
}

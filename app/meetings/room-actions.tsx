import { Link, useFetcher } from '@remix-run/react';
import { useEffect, useId, useState } from 'react';

import { ItemFields } from '#app/action-items/item-fields.tsx';
import type { Refused } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Room } from './room.server.ts';
import { currentOf } from './running.ts';

/** What somebody will see to; it lands among everybody's action items. */
export function RoomActions({ room }: { room: Room }) {
  const heading = useId();
  return (
    <Card aria-labelledby={heading}>
      <h2 id={heading} className="font-serif text-xl font-semibold">
        Action items
      </h2>
      {room.actions.length === 0 && (
        <p className="mt-2 text-sm text-soft">Who will see to what, and by when?</p>
      )}
      <ul className="mt-3 space-y-3">
        {room.actions.map((action) => (
          <li key={action.id}>
            <Link
              to={paths.actionItem(action.id)}
              className="font-medium underline-offset-4 [overflow-wrap:anywhere] hover:underline"
            >
              {action.statement}
            </Link>
            <p className="text-sm text-soft">
              {[action.owner ?? 'Nobody yet', action.dueOn && `by ${action.dueOn}`]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {room.writes && <Adding meetingId={room.meeting.id} hidden={isHidden(room)} />}
    </Card>
  );
}

/** Whether what is talked about now is not for everybody. */
function isHidden({ turns, items }: Room): boolean {
  const itemId = currentOf(turns)?.itemId;
  return items.some(({ id, restricted }) => id === itemId && restricted);
}

function Adding({ meetingId, hidden }: { meetingId: string; hidden: boolean }) {
  const fetcher = useFetcher<{ refused?: Refused }>();
  const [isOpen, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const refused = fetcher.data?.refused;
  const isSent = fetcher.state === 'loading' && !refused;
  useEffect(() => {
    if (!isSent) return;
    setOpen(false);
    setRound((before) => before + 1);
  }, [isSent]);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="mt-4 border-t border-line pt-4"
    >
      <summary className="text-sm font-medium text-accent">Add an action item</summary>
      <fetcher.Form
        key={round}
        preventScrollReset
        method="post"
        action={paths.meetingActions(meetingId)}
        className="mt-3 space-y-3 [&>div]:sm:grid-cols-1 [&>div>*]:sm:col-span-1"
      >
        {hidden ? (
          <Callout tone="warn" title="Everyone here sees it, also who may not see the item at hand">
            <p>Write nothing here that tells what that is about.</p>
          </Callout>
        ) : (
          <p className="text-sm text-soft">Everyone here sees it.</p>
        )}
        <ItemFields refused={refused} />
        <Button>Add it</Button>
      </fetcher.Form>
    </details>
  );
}

import { useFetcher } from '@remix-run/react';
import { useEffect, useId, useRef } from 'react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

import type { Room } from './room.server.ts';

type Answer = { refused?: { errors: { text?: string }; values: Record<string, string> } };

/** What was decided, each with what it is about. */
export function RoomDecisions({ room, currentId }: { room: Room; currentId: string | null }) {
  const heading = useId();
  const { decisions, items } = room;
  const titleOf = (itemId: string | null) => items.find(({ id }) => id === itemId)?.title;
  return (
    <Card aria-labelledby={heading}>
      <h2 id={heading} className="font-serif text-xl font-semibold">
        Decisions
      </h2>
      {decisions.length === 0 && <p className="mt-2 text-sm text-soft">What you agree on stands here.</p>}
      <ul className="mt-3 space-y-3">
        {decisions.map((decision) => (
          <li key={decision.id} className="border-l-2 border-accent pl-3">
            <p className="[overflow-wrap:anywhere]">{decision.text}</p>
            <div className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {[titleOf(decision.itemId), decision.by].filter(Boolean).join(' · ')}
              </span>
              {room.writes && decision.mayWithdraw && (
                <Withdrawal meetingId={room.meeting.id} decisionId={decision.id} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {room.writes && <Deciding room={room} currentId={currentId} />}
    </Card>
  );
}

function Withdrawal({ meetingId, decisionId }: { meetingId: string; decisionId: string }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form preventScrollReset method="post" action={paths.decisionWithdrawal(meetingId, decisionId)}>
      <Button weight="quiet" className="min-h-8 py-0.5">
        Take back
      </Button>
    </fetcher.Form>
  );
}

/** Its own form, so that what others do meanwhile leaves what is being typed alone. */
function Deciding({ room, currentId }: { room: Room; currentId: string | null }) {
  const fetcher = useFetcher<Answer>();
  const form = useRef<HTMLFormElement>(null);
  const refused = fetcher.data?.refused;
  const isSent = fetcher.state === 'loading' && !refused;
  useEffect(() => {
    if (isSent) form.current?.reset();
  }, [isSent]);
  return (
    <fetcher.Form
      ref={form}
      preventScrollReset
      method="post"
      action={paths.meetingDecisions(room.meeting.id)}
      className="mt-4 space-y-3 border-t border-line pt-4"
    >
      <TextField label="We decided" name="text" required maxLength={1000} error={refused?.errors.text} />
      <Select key={currentId} label="About" name="item" defaultValue={currentId ?? ''}>
        {room.items.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value="">The meeting as a whole</option>
      </Select>
      <Button>Write it down</Button>
    </fetcher.Form>
  );
}

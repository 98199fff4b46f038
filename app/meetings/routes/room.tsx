import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';

import { type Hears, NoteField } from '#app/meetings/note-field.tsx';
import { RoomActions } from '#app/meetings/room-actions.tsx';
import { RoomDecisions } from '#app/meetings/room-decisions.tsx';
import { RoomHead } from '#app/meetings/room-head.tsx';
import { RoomItem } from '#app/meetings/room-item.tsx';
import { RoomNow } from '#app/meetings/room-now.tsx';
import { roomOf } from '#app/meetings/room.server.ts';
import { currentOf } from '#app/meetings/running.ts';
import { scopedMeeting } from '#app/meetings/scoped.server.ts';
import { meetingTopic, type Told } from '#app/meetings/told.ts';
import { useClock } from '#app/ui/use-clock.ts';
import { Card } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { render } from '#app/ui/markdown.server.ts';
import { useLive } from '#app/ui/live.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.room.meeting.title ?? 'A meeting'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await scopedMeeting(args);
  const room = await roomOf(viewer, found, Date.now());
  // Where nobody writes any more, the notes are read.
  const html = room.writes
    ? {}
    : Object.fromEntries(
        [room.note, ...room.items.map(({ note }) => note)].map((note) => [note.itemId, render(note.text)]),
      );
  return { room, html: html as Record<string, string> };
}

export default function RoomPage() {
  const { room, html } = useLoaderData<typeof loader>();
  const { meeting, items, turns, writes } = room;
  const keepers = useRef(new Map<string, Hears>());
  const register = useCallback((itemId: string, keeper: Hears | null) => {
    if (keeper) keepers.current.set(itemId, keeper);
    else keepers.current.delete(itemId);
  }, []);
  const isUp = useLive(
    meetingTopic(meeting.id),
    (message) => {
      const { note } = message as NonNullable<Told>;
      keepers.current.get(note.itemId)?.hear(note);
    },
    { mark: room.mark },
  );
  const isAway = useLater(!isUp, 4000);
  const isRunning = meeting.state === 'running';
  const now = useClock(room.now, isRunning);
  const currentId = currentOf(turns)?.itemId ?? null;
  const notes = (note: typeof room.note, label: string) =>
    writes ? (
      <NoteField
        // What is written belongs to one meeting: who goes on to another's room starts with that one's.
        key={`${meeting.id} ${note.itemId}`}
        meetingId={meeting.id}
        viewerId={room.viewerId}
        note={note}
        label={label}
        register={register}
      />
    ) : (
      note.text !== '' && <Prose html={html[note.itemId] ?? ''} />
    );
  return (
    <>
      <RoomHead room={room} isAtItem={currentId !== null} isUp={!isAway} />
      <div className="space-y-6">
        {isRunning && <RoomNow room={room} now={now} />}
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 space-y-6">
            <section aria-labelledby="agenda">
              <h2 id="agenda" className="mb-3 font-serif text-xl font-semibold">
                Agenda
              </h2>
              {items.length === 0 && <p className="text-soft">Nothing is on the agenda.</p>}
              <ol className="space-y-3">
                {items.map((item, at) => (
                  <RoomItem key={item.id} {...{ room, item, now }} at={at + 1} isNow={item.id === currentId}>
                    {notes(item.note, `Notes on ${item.title}`)}
                  </RoomItem>
                ))}
              </ol>
            </section>
            {meeting.state !== 'planned' && (
              <Card aria-labelledby="whole">
                <h2 id="whole" className="mb-3 font-serif text-xl font-semibold">
                  On the meeting as a whole
                </h2>
                {notes(room.note, 'Notes on the meeting as a whole')}
              </Card>
            )}
          </div>
          {meeting.state !== 'planned' && (
            <div className="space-y-6">
              <RoomDecisions room={room} currentId={currentId} />
              <RoomActions room={room} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** Whether something has been so for a while, in ms: what passes is not worth a word. */
function useLater(is: boolean, ms: number): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    if (!is) {
      setLater(false);
      return;
    }
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [is, ms]);
  return isLater;
}

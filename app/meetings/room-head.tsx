import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { PageHead, Up } from '#app/ui/page.tsx';

import type { Room } from './room.server.ts';
import { mayStart } from './running.ts';

/** What meeting this is, and for whoever runs it how it begins and ends. */
export function RoomHead({ room, isAtItem, isUp }: { room: Room; isAtItem: boolean; isUp: boolean }) {
  const { meeting } = room;
  return (
    <>
      <PageHead
        title={meeting.title}
        above={<Up to={paths.meeting(meeting.id)}>About this meeting</Up>}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
            {meeting.state === 'running' && <Badge tone="good">Running</Badge>}
            {meeting.state === 'ended' && <Badge>Ended</Badge>}
            <Moment at={meeting.startsAt} />
            {meeting.host && <span>{meeting.host} hosts</span>}
            {meeting.state === 'running' && !isUp && (
              <span role="status" className="text-warn">
                Reconnecting …
              </span>
            )}
          </span>
        }
        actions={
          <>
            {meeting.link && meeting.state !== 'ended' && (
              <a
                href={meeting.link}
                rel="noopener noreferrer"
                className="inline-flex min-h-10.5 items-center px-2 text-sm font-medium text-accent underline-offset-4 hover:underline"
              >
                Join from afar
              </a>
            )}
            {room.runs && meeting.state === 'running' && <End {...{ room, isAtItem }} />}
          </>
        }
      />
      {meeting.state === 'planned' && <Planned room={room} />}
      {meeting.state === 'skipped' && <Callout title="This meeting is skipped" />}
      {meeting.state === 'ended' && (
        <div className="mb-6">
          <Callout title="The meeting has ended">
            <p>{room.writes ? 'Notes can still be written for a day.' : 'What was written stays.'}</p>
          </Callout>
        </div>
      )}
    </>
  );
}

function Planned({ room }: { room: Room }) {
  const { meeting, runs } = room;
  const mayBegin = mayStart(meeting, room.now);
  return (
    <div className="mb-6 rounded-xl border border-line bg-surface p-6 text-center sm:p-10">
      <p className="font-serif text-2xl font-semibold">It has not begun</p>
      <p className="mt-2 text-soft">
        {runs
          ? mayBegin
            ? 'Start it when enough people are there. Everybody who has this page open sees it begin.'
            : 'It can be started from the day before its time on.'
          : 'This page comes to life when it does. You need not reload it.'}
      </p>
      {runs && mayBegin && (
        <Form preventScrollReset method="post" action={paths.meetingStart(meeting.id)} className="mt-5">
          <Button weight="primary">Start the meeting</Button>
        </Form>
      )}
    </div>
  );
}

function End({ room, isAtItem }: { room: Room; isAtItem: boolean }) {
  return (
    <Form
      preventScrollReset
      method="post"
      action={paths.meetingEnd(room.meeting.id)}
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="from" value={room.turnId} />
      {isAtItem && (
        <Button name="done" value="yes">
          Item done, end the meeting
        </Button>
      )}
      <Button name="done" value="no">
        {isAtItem ? 'End, and carry this item over' : 'End the meeting'}
      </Button>
    </Form>
  );
}

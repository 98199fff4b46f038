import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { AgendaCard } from '#app/meetings/agenda-card.tsx';
import { agendaOf } from '#app/meetings/agenda.server.ts';
import { AttendanceCard } from '#app/meetings/attendance-card.tsx';
import { attendanceCard } from '#app/meetings/attendance-card.server.ts';
import { ComingCard } from '#app/meetings/coming-card.tsx';
import { MeetingHead } from '#app/meetings/meeting-head.tsx';
import { meetingPage } from '#app/meetings/meeting-page.server.ts';
import { MinutesCard } from '#app/meetings/minutes-card.tsx';
import { RoomWay } from '#app/meetings/room-way.tsx';
import { scopedMeeting } from '#app/meetings/scoped.server.ts';
import { StepHistory } from '#app/meetings/step-history.tsx';
import { WhereCard } from '#app/meetings/where-card.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.meeting.title}, ${page.meeting.day}` : 'Meeting'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, ...found } = await scopedMeeting(args);
  args.context.keptNowhere = true;
  return {
    meeting: await meetingPage(viewer, found, Date.now()),
    attendance: await attendanceCard(viewer, found.meeting, Date.now()),
    agenda: { minutes: found.meeting.minutes, items: await agendaOf(viewer, found.meeting.id) },
  };
}

export default function Meeting() {
  const { meeting, attendance, agenda } = useLoaderData<typeof loader>();
  return (
    <>
      <MeetingHead {...meeting} />
      <RoomWay id={meeting.id} state={meeting.state} />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="space-y-6">
          {attendance.door === 'open' && <AttendanceCard {...attendance} runs={meeting.runs} />}
          <MinutesCard {...attendance} />
          <AgendaCard
            meeting={{ ...meeting, minutes: agenda.minutes }}
            items={agenda.items}
            runs={meeting.runs}
          />
          <ComingCard {...meeting} />
        </div>
        <div className="space-y-6">
          <WhereCard {...meeting} />
          {attendance.door !== 'open' && <AttendanceCard {...attendance} runs={meeting.runs} />}
          <details className="rounded-lg border border-line bg-surface p-5 sm:p-6">
            <summary className="font-medium">What happened so far</summary>
            <div className="mt-3">
              <StepHistory steps={meeting.steps} />
            </div>
          </details>
        </div>
      </div>
    </>
  );
}

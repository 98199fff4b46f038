import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personProblem } from '#app/accounts/person-meant.ts';
import { shortly } from '#app/calendars/when.ts';
import { readCursor } from '#app/http/cursor.ts';
import { line } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { AddAttendee } from '#app/meetings/add-attendee.tsx';
import { attendanceList } from '#app/meetings/attendance.server.ts';
import { AttendeeList } from '#app/meetings/attendee-list.tsx';
import { canBeMarked, checkInTimes } from '#app/meetings/check-in.ts';
import { mark } from '#app/meetings/marking.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { NextPage } from '#app/ui/next-page.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Who is there · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedToRun(args);
  args.context.keptNowhere = true;
  const after = readCursor(new URL(args.request.url).searchParams.get('after'));
  const { id, title, startsAt, timezone, state } = meeting;
  return {
    meeting: { id, title, startsAt, timezone, state },
    canMark: canBeMarked(meeting, Date.now()),
    opens: shortly(checkInTimes(meeting).from, timezone),
    ...(await attendanceList(id, after)),
  };
}

const schema = z.object({ person: line('a name or an e-mail address', 200) });

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) return data(form.refused, { status: 422 });
  const refuse = (person: string) => data({ errors: { person }, values: form.value }, { status: 422 });
  const meant = await personMeant(form.value.person);
  if ('refused' in meant) return refuse(personProblem(meant));
  if (!meant.person) return refuse('Write a name or an e-mail address.');
  const { id: personId, name } = meant.person;
  const marked = await mark(
    meeting.id,
    { personId, present: true, how: 'host', note: '', seen: 'whatever' },
    viewer,
    Date.now(),
  );
  if ('refused' in marked) return refuse('Nobody can be put on the list of this meeting yet.');
  return redirectSaying(
    `${paths.attendance(meeting.id)}#${personId}`,
    marked.changed ? `${name} is on the list.` : `${name} was on the list already.`,
  );
}

export default function Attendance() {
  const { meeting, canMark, opens, attendees, next, present, expected, open } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.meeting(meeting.id)}>{meeting.title}</Up>}
        title="Who is there"
        lead={`${shortly(meeting.startsAt, meeting.timezone)}: ${present} present, ${expected} said yes, ${open} not marked yet`}
        actions={<ButtonLink to={paths.checkInCode(meeting.id)}>Check-in code</ButtonLink>}
      />
      {canMark ? (
        <AddAttendee key={present} refused={refused} />
      ) : (
        <Callout>
          {meeting.state === 'skipped'
            ? 'This meeting does not take place: nobody is marked.'
            : `Who is there can be marked from ${opens} on.`}
        </Callout>
      )}
      {attendees.length > 0 ? (
        <AttendeeList meeting={meeting} attendees={attendees} canMark={canMark} />
      ) : (
        <div className="mt-6">
          <Empty title="Nobody is on the list yet">
            <p>
              Whoever is invited stands here, those who said yes first, and so does everybody who checks in
              with the code. You can add somebody by name.
            </p>
          </Empty>
        </div>
      )}
      <NextPage to={next && `${paths.attendance(meeting.id)}?after=${next}`}>More of the list</NextPage>
    </>
  );
}

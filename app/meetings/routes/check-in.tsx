import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { waitInWords } from '#app/accounts/throttle.ts';
import { retryAfter } from '#app/accounts/waiting.server.ts';
import { shortly } from '#app/calendars/when.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { attendanceOf } from '#app/meetings/attendance.server.ts';
import { canBeEntered, checkInTimes, doorOf } from '#app/meetings/check-in.ts';
import { CheckInCard } from '#app/meetings/check-in-card.tsx';
import { checkIn } from '#app/meetings/check-in.server.ts';
import { refusalWords } from '#app/meetings/check-in-words.ts';
import { OwnAttendance } from '#app/meetings/own-attendance.tsx';
import { scopedMeeting } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Check in · Guildhall' }];

export const headers = retryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, meeting, host } = await scopedMeeting(args);
  args.context.keptNowhere = true;
  const now = Date.now();
  const { id, title, startsAt, timezone } = meeting;
  return {
    meeting: { id, title, startsAt, timezone },
    host,
    opensAt: checkInTimes(meeting).from,
    door: canBeEntered(meeting, now) ? 'open' : doorOf(meeting, now),
    own: await attendanceOf(viewer.id, id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting, host } = await scopedMeeting(args);
  const typed = (await formIn(args.request)).get('code');
  const code = typeof typed === 'string' ? typed.slice(0, 100) : '';
  const outcome = await checkIn(meeting, viewer, code, Date.now());
  if ('checkedIn' in outcome)
    return redirectSaying(
      paths.checkIn(meeting.id),
      outcome.checkedIn === 'now'
        ? 'You are checked in. Good to have you here.'
        : 'You were checked in already.',
    );
  if (outcome.refused === 'wait')
    return data(
      {
        code,
        error: `That were many tries. Wait ${waitInWords(outcome.seconds)}, or ask to be put on the list.`,
      },
      { status: 429, headers: { 'Retry-After': String(outcome.seconds) } },
    );
  const opens = shortly(checkInTimes(meeting).from, meeting.timezone);
  return data({ code, error: refusalWords(outcome.refused, { opens, host }) }, { status: 422 });
}

export default function CheckIn() {
  const { meeting, host, opensAt, door, own } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="mx-auto max-w-xl">
      <PageHead
        above={<Up to={paths.meeting(meeting.id)}>{meeting.title}</Up>}
        title="Check in"
        lead={shortly(meeting.startsAt, meeting.timezone)}
      />
      {own.present === true ? (
        <OwnAttendance {...own} timezone={meeting.timezone} />
      ) : (
        <>
          <CheckInCard {...{ door, host, refused }} opens={shortly(opensAt, meeting.timezone)} />
          {own.marks.length > 0 && <OwnAttendance {...own} timezone={meeting.timezone} />}
        </>
      )}
    </div>
  );
}

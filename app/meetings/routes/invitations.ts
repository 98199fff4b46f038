import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { redirectSaying } from '#app/http/flash.server.ts';
import { invite } from '#app/meetings/inviting.server.ts';
import { scopedMeeting, scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedMeeting(args);
  return redirect(paths.meeting(meeting.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const page = paths.meeting(meeting.id);
  const done = await invite(meeting.id, viewer.id, Date.now());
  if ('refused' in done)
    return redirectSaying(page, { text: 'It has begun, or does not take place.', tone: 'warn' });
  const { invited } = done;
  return redirectSaying(
    page,
    invited === 0
      ? 'Everybody of the guild is invited already.'
      : `${invited === 1 ? 'One person is' : `${invited} people are`} invited.`,
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { restoreMeeting, skipMeeting } from '#app/meetings/changing.server.ts';
import { scopedMeeting, scopedToRun } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedMeeting(args);
  return redirect(paths.meeting(meeting.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const page = paths.meeting(meeting.id);
  const [undo, now] = [await isUndo(args.request), Date.now()];
  const done = undo
    ? await restoreMeeting(meeting.id, viewer, now)
    : await skipMeeting(meeting.id, '', viewer, now);
  if ('refused' in done)
    return redirectSaying(page, { text: 'It was changed meanwhile: look at it anew.', tone: 'warn' });
  if (undo) return redirectSaying(page, 'It takes place. Whoever was invited is told.');
  return redirectSaying(page, {
    text: 'It is skipped. Whoever was invited is told.',
    undo: { action: paths.meetingSkipping(meeting.id), fields: { undo: 'yes' } },
  });
}

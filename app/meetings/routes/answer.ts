import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { answers } from '#app/meetings/meeting.ts';
import { reply } from '#app/meetings/replies.server.ts';
import { scopedMeeting } from '#app/meetings/scoped.server.ts';
import { paths } from '#app/paths.ts';

const schema = z.object({
  answer: z.enum(answers),
  back: z.enum(['meeting', 'meetings', 'home']).default('meeting'),
});

const said = {
  yes: 'You come. See you there.',
  maybe: 'Perhaps, then. Say so when you know.',
  no: 'Not this time. You can still change your mind.',
};

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await scopedMeeting(args);
  return redirect(paths.meeting(meeting.id));
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedMeeting(args);
  const form = await readForm(args.request, schema);
  if ('refused' in form) throw data(null, { status: 400 });
  const { answer, back } = form.value;
  const pages = { meeting: paths.meeting(meeting.id), meetings: paths.meetings(), home: paths.home() };
  const kept = await reply(meeting.id, viewer.id, answer, Date.now());
  return 'refused' in kept
    ? redirectSaying(pages.meeting, { text: 'It is over, or does not take place.', tone: 'warn' })
    : redirectSaying(pages[back], said[answer]);
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { isMailSent } from '#app/hall/mailing.server.ts';
import { scopedToRun } from '#app/meetings/scoped.server.ts';
import { sendMinutes } from '#app/meetings/sending.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-meetings');
  return redirect(paths.meetingMinutes(args.params.id!));
}

const refusals = {
  'not-ended': 'Minutes are sent once the meeting has ended.',
  already: 'They were sent in the meantime: once is enough.',
  bare: 'Nothing is written down yet: there is nothing to send.',
} as const;

export async function action(args: ActionFunctionArgs) {
  const { viewer, meeting } = await scopedToRun(args);
  const seen = (await formIn(args.request)).get('seen');
  const known = typeof seen === 'string' && /^\d{1,15}$/.test(seen) ? Number(seen) : null;
  const outcome = await sendMinutes(meeting.id, known, viewer, Date.now());
  const to = paths.meetingMinutes(meeting.id);
  if ('refused' in outcome) return redirectSaying(to, { text: refusals[outcome.refused], tone: 'warn' });
  return redirectSaying(
    to,
    isMailSent()
      ? `The minutes are on their way to ${outcome.sent === 1 ? 'one person' : `${outcome.sent} people`}.`
      : 'The minutes are there for everyone. This house sends no mail, so tell people where they stand.',
  );
}

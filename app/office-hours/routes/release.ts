import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { release, takeAgain } from '#app/office-hours/release.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-office-hours');
  return redirect(paths.booking(args.params.id ?? ''));
}

const refusals = {
  past: 'It has begun already. A word to your host is all it takes now.',
  gone: 'That time is not to be had any more: somebody else has it, or your host is not there then. There may be another that suits you.',
  'too-many': 'You have three other bookings ahead of you: give one of them back first.',
  overlap: 'You have another booking at that time by now.',
};

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const id = args.params.id ?? '';
  const back = await isUndo(args.request);
  const done = back ? await takeAgain(viewer, id, Date.now()) : await release(viewer, id, Date.now());
  if ('refused' in done) {
    if (done.refused === 'not-yours') throw data(null, { status: 404 });
    return redirectSaying(paths.officeHours(), { text: refusals[done.refused], tone: 'warn' });
  }
  if (back) return redirectSaying(paths.booking(id), 'It is yours again. Your host is told.');
  return redirectSaying(paths.officeHours(), {
    text: 'Thank you for giving it back: somebody else can have it now.',
    undo: { action: paths.bookingRelease(id), fields: { undo: 'yes' } },
  });
}

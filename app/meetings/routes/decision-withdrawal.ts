import { type ActionFunctionArgs, data } from '@remix-run/node';

import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { withdrawDecision } from '#app/meetings/decisions.server.ts';
import { leadToRoom, scopedToWrite } from '#app/meetings/room-step.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadToRoom;

export async function action(args: ActionFunctionArgs) {
  const now = Date.now();
  const { viewer, meeting, runs } = await scopedToWrite(args, now);
  const id = args.params.decisionId!;
  const back = await isUndo(args.request);
  if (!(await withdrawDecision(meeting.id, id, { id: viewer.id, runs }, now, back)))
    throw data(null, { status: 404 });
  if (back) return redirectSaying(paths.room(meeting.id), 'It stands again.');
  return redirectSaying(paths.room(meeting.id), {
    text: 'Taken back.',
    undo: { action: paths.decisionWithdrawal(meeting.id, id), fields: { undo: 'yes' } },
  });
}
